import type { Database } from '../database';
import { readFolds } from '../names/keep-names';

/** Rows a read: long texts of numbers cross the border to JavaScript far faster than single rows. */
const eventsPerRead = 65_536;

const comma = 44;
const minus = 45;

/**
 * The columns of all events that matching looks at, by event id: ten million events are two hundred
 * megabytes, where objects would be two thousand.
 */
export interface EventColumns {
  /** Greatest event id; arrays are one longer. */
  readonly maxId: number;
  /** Microseconds UTC; NaN for an event without a time. */
  readonly time: Float64Array;
  /** A code for writer, peer and activity, as `codeOf` gives it; 0 for events that were not asked for. */
  readonly code: Uint32Array;
  /** Record id, 0 for none. */
  readonly record: Uint32Array;
}

/**
 * Reads the columns of every event whose writer, peer and activity have a code; systems as they are read (names/). Reports the share done.
 */
export function readEventColumns(
  db: Database,
  codeOf: (system: number, peer: number, activity: number) => number,
  onProgress: (events: number, of: number) => void = () => {},
): EventColumns {
  const maxId = db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0;
  const time = new Float64Array(maxId + 1).fill(Number.NaN);
  const code = new Uint32Array(maxId + 1);
  const record = new Uint32Array(maxId + 1);
  const codes = new Map<number, number>();
  // Few pairs of systems stand in millions of lines: names are folded once for each.
  const folds = readFolds(db);
  const read = (system: number): number => folds.get(system) ?? system;
  const peers = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM system')?.id ?? 0);
  const activities = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM activity')?.id ?? 0);
  const blob = (value: string): string => `CAST(group_concat(${value}) AS BLOB)`;
  // Times are written from the first one on: a third fewer digits to print and to read.
  const sql = `SELECT count(*), ${blob("coalesce(time - CAST(? AS INTEGER), '')")},
      ${blob(`(coalesce(system_id, 0) * ${peers} + coalesce(peer_id, 0)) * ${activities} + activity_id`)},
      ${blob('coalesce(record_id, 0)')} FROM event WHERE id BETWEEN ? AND ?`;
  const firstTime = 'SELECT time FROM event WHERE id >= ? AND time IS NOT NULL ORDER BY id LIMIT 1';
  const ids = new Float64Array(eventsPerRead);
  const values = new Float64Array(eventsPerRead);
  for (let from = 1; from <= maxId; from += eventsPerRead) {
    const to = Math.min(maxId, from + eventsPerRead - 1);
    const base = db.get<{ time: number }>(firstTime, from)?.time ?? 0;
    const [row] = db.iterateArrays(sql, base, from, to);
    const count = Number(row?.[0] ?? 0);
    if (!row || count === 0) continue;
    readIds(db, from, to, count, ids);
    readNumbers(row[1] as Buffer, values);
    for (let i = 0; i < count; i += 1) time[ids[i] as number] = base + (values[i] as number);
    readNumbers(row[2] as Buffer, values);
    let lastKey = -1;
    let lastCode = 0;
    for (let i = 0; i < count; i += 1) {
      const key = values[i] as number;
      if (key !== lastKey) {
        lastKey = key;
        const known = codes.get(key);
        if (known !== undefined) lastCode = known;
        else {
          const pair = Math.floor(key / activities);
          lastCode = codeOf(read(Math.floor(pair / peers)), read(pair % peers), key % activities);
          codes.set(key, lastCode);
        }
      }
      code[ids[i] as number] = lastCode;
    }
    readNumbers(row[3] as Buffer, values);
    for (let i = 0; i < count; i += 1) record[ids[i] as number] = values[i] as number;
    onProgress(to, maxId);
  }
  return { maxId, time, code, record };
}

/** One number of each event from one id to another, NaN where there is none; at most 65,536 events. */
export function readEventNumbers(
  db: Database,
  column: 'line' | 'time',
  from: number,
  to: number,
  into: Float64Array,
): void {
  const [row] = db.iterateArrays(
    `SELECT count(*), CAST(group_concat(coalesce(${column}, '')) AS BLOB) FROM event WHERE id BETWEEN ? AND ?`,
    from,
    to,
  );
  into.fill(Number.NaN);
  const count = Number(row?.[0] ?? 0);
  if (count === 0) return;
  readNumbers(row?.[1] as Buffer, into);
  if (count === to - from + 1) return;
  const ids = new Float64Array(eventsPerRead);
  readIds(db, from, to, count, ids);
  // Backwards, since an event's place is never before the place it was read into.
  for (let i = count - 1; i >= 0; i -= 1) {
    const value = into[i] as number;
    into[i] = Number.NaN;
    into[(ids[i] as number) - from] = value;
  }
}

/** Ids have holes only where a source was removed. */
function readIds(db: Database, from: number, to: number, count: number, into: Float64Array): void {
  if (count === to - from + 1) {
    for (let i = 0; i < count; i += 1) into[i] = from + i;
    return;
  }
  const [row] = db.iterateArrays(
    'SELECT CAST(group_concat(id) AS BLOB) FROM event WHERE id BETWEEN ? AND ?',
    from,
    to,
  );
  if (row) readNumbers(row[0] as Buffer, into);
}

/** Numbers separated by commas, an empty one as NaN. */
function readNumbers(text: Buffer, into: Float64Array): void {
  let at = 0;
  let value = 0;
  let isNegative = false;
  let isEmpty = true;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as number;
    if (c === comma) {
      into[at++] = isEmpty ? Number.NaN : isNegative ? -value : value;
      value = 0;
      isNegative = false;
      isEmpty = true;
    } else if (c === minus) isNegative = true;
    else {
      value = value * 10 + (c - 48);
      isEmpty = false;
    }
  }
  into[at] = isEmpty ? Number.NaN : isNegative ? -value : value;
}
