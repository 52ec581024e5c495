import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom } from './random';
import { withCheckDigit } from './record-number';
import { hourMs } from './time-text';

export interface LargeLogAnswers {
  readonly rows: number;
  /** A flow, by its ends: what was sent over it and what of that never arrived. */
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly sent: number;
    readonly lost: number;
  }[];
  /** A record to look up, and how many lines name it. */
  readonly record: string;
  readonly recordLines: number;
}

const start = Date.UTC(2024, 0, 8);
const spanMs = 60 * 24 * hourMs;
/** A receipt comes this many messages after its sending. */
const behind = 3;
const rowsPerWrite = 20_000;

/** Ten flows between twenty systems. */
export const largeLogFlows = Array.from({ length: 10 }, (_, index) => ({
  from: `Sender ${String(index + 1).padStart(2, '0')}`,
  to: `Receiver ${String(index + 1).padStart(2, '0')}`,
}));

/**
 * Writes a log of about 73 bytes a row as CSV, in streaming: half its rows say that a message was sent, the
 * others that it was received; one sending in two hundred is never received. In order of time.
 */
export function writeLargeLog(path: string, rows: number, seed = 'large'): LargeLogAnswers {
  const random = createRandom(seed);
  const records = recordPool(Math.min(400_000, Math.max(1000, Math.floor(rows / 12))));
  const watched = records[7] ?? '';
  const flows = largeLogFlows.map((flow) => ({ ...flow, sent: 0, lost: 0 }));
  const file = openSync(path, 'w');
  let written = 0;
  let recordLines = 0;
  let chunk: string[] = ['Timestamp,Logged by,Peer,Message Control ID,NHS Number,Event,Status\r\n'];
  const stepMs = Math.max(1, Math.floor(spanMs / Math.ceil(rows / 2)));
  const clock = clockText();
  const put = (row: string, record: string): void => {
    chunk.push(row);
    written += 1;
    if (record === watched) recordLines += 1;
    if (chunk.length >= rowsPerWrite) flush();
  };
  const flush = (): void => {
    writeSync(file, chunk.join(''), null, 'latin1');
    chunk = [];
  };
  const onTheWay: { due: number; row: (at: number) => string; record: string }[] = [];
  for (let serial = 0; written < rows; serial++) {
    const at = start + serial * stepMs;
    // No receipt may wait past the last row: that would be a message still on its way, not a lost one.
    const isLast = written + onTheWay.length + 2 > rows;
    if (!isLast) {
      const flow = flows[random.integer(0, flows.length - 1)];
      const record = records[random.integer(0, records.length - 1)];
      if (!flow || !record) throw new Error('no flows or no records');
      const message = scatteredId(serial);
      put(`${clock(at)},${flow.from},${flow.to},${message},${record},sent,ok\r\n`, record);
      flow.sent += 1;
      if (random.chance(0.005) && at < start + spanMs - 3 * hourMs) flow.lost += 1;
      else
        onTheWay.push({
          due: serial + behind,
          record,
          row: (then) => `${clock(then)},${flow.to},${flow.from},${message},${record},received,ok\r\n`,
        });
    }
    while (onTheWay[0] && (onTheWay[0].due <= serial || isLast)) {
      const next = onTheWay.shift();
      if (next) put(next.row(at + Math.min(stepMs - 1, 5)), next.record);
    }
    if (isLast && onTheWay.length === 0) break;
  }
  flush();
  closeSync(file);
  return { rows: written, flows, record: watched, recordLines };
}

/**
 * Unique, and in no order: ids that rise with time would lie in their index as they come. The factor shares
 * no divisor with the modulus, so no two serials meet; both products stay below 2^53.
 */
function scatteredId(serial: number): string {
  return `M${String((serial * 61_803_399) % 100_000_000).padStart(8, '0')}`;
}

/** ISO times in rising order: the part down to the second is made anew only when it changes. */
function clockText(): (at: number) => string {
  let second = Number.NaN;
  let text = '';
  return (at) => {
    const current = Math.floor(at / 1000);
    if (current !== second) {
      second = current;
      text = new Date(current * 1000).toISOString().slice(0, 20);
    }
    return `${text}${String(at - current * 1000).padStart(3, '0')}Z`;
  };
}

function recordPool(count: number): string[] {
  const pool: string[] = [];
  for (let index = 0; pool.length < count && index < 1_000_000; index++) {
    const number = withCheckDigit(`999${String(index).padStart(6, '0')}`);
    if (number) pool.push(number);
  }
  return pool;
}
