import type { Progress } from '../../../shared/contract/outcome';

/** Milliseconds between two reports: often enough to look alive, seldom enough to cost nothing. */
const reportEveryMs = 150;

/** Adds up the progress of several files into one estimate. Bytes are of the files on disk. */
export function progressMeter(
  totalBytes: number,
  onProgress: (progress: Progress) => void,
): {
  startFile(name: string): void;
  update(bytes: number, rows: number): void;
  endFile(bytes: number): void;
} {
  const started = performance.now();
  let finishedBytes = 0;
  let finishedRows = 0;
  let rowsNow = 0;
  let label = '';
  let reported = 0;
  const report = (bytes: number): void => {
    const seconds = (performance.now() - started) / 1000;
    const done = Math.min(finishedBytes + bytes, totalBytes);
    const rows = finishedRows + rowsNow;
    const rate = done / Math.max(seconds, 0.001);
    onProgress({
      label,
      done,
      total: totalBytes,
      unit: 'bytes',
      rows,
      rowsPerSecond: Math.round(rows / Math.max(seconds, 0.001)),
      secondsLeft: done > 0 && seconds > 1 ? Math.max(0, (totalBytes - done) / rate) : null,
    });
  };
  return {
    startFile(name) {
      label = name;
      rowsNow = 0;
      report(0);
    },
    update(bytes, rows) {
      rowsNow = rows;
      const now = performance.now();
      if (now - reported < reportEveryMs) return;
      reported = now;
      report(bytes);
    },
    endFile(bytes) {
      finishedBytes += bytes;
      finishedRows += rowsNow;
      rowsNow = 0;
      report(0);
    },
  };
}
