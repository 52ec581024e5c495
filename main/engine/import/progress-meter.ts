import type { Progress } from '../../../shared/contract/outcome';

/** Milliseconds between two reports: often enough to look alive, seldom enough to cost nothing. */
const reportEveryMs = 150;

export interface ProgressMeter {
  startFile(name: string): void;
  /** How much of the file was compared with what is known, while none of it is stored yet. */
  check(done: number, total: number): void;
  update(bytes: number, rows: number): void;
  endFile(bytes: number): void;
}

/** Adds up the progress of several files into one estimate. Bytes are of the files on disk. */
export function progressMeter(totalBytes: number, onProgress: (progress: Progress) => void): ProgressMeter {
  const started = performance.now();
  let finishedBytes = 0;
  let finishedRows = 0;
  let rowsNow = 0;
  let label = '';
  let reported = 0;
  const report = (bytes: number, checking?: Progress['checking']): void => {
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
      ...(checking === undefined ? {} : { checking }),
      secondsLeft: done > 0 && seconds > 1 ? Math.max(0, (totalBytes - done) / rate) : null,
    });
  };
  const isTime = (): boolean => {
    const now = performance.now();
    if (now - reported < reportEveryMs) return false;
    reported = now;
    return true;
  };
  return {
    startFile(name) {
      label = name;
      rowsNow = 0;
      report(0);
    },
    check(done, total) {
      if (isTime()) report(0, { done, total });
    },
    update(bytes, rows) {
      rowsNow = rows;
      if (isTime()) report(bytes);
    },
    endFile(bytes) {
      finishedBytes += bytes;
      finishedRows += rowsNow;
      rowsNow = 0;
      report(0);
    },
  };
}
