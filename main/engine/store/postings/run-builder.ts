import type { Database } from '../database';
import { PageBuffer } from './page-buffer';
import { sortByKey } from './radix-sort';
import { sortByText, startOf } from './sort-texts';

/** Events a run at most: sorting them takes some tens of megabytes and a tenth of a second. */
export const eventsPerRun = 524_288;
/** Long message ids end a run sooner. */
const bytesPerRun = 32 * 1024 * 1024;
/** A page is what one look-up reads and decodes. */
const bytesPerPage = 8 * 1024;

/**
 * Gathers which events name which message and record, for a run of events one after another, and writes
 * them sorted, in pages. Sorting numbers in memory and writing packed pages costs a fifth of what two
 * indexes of SQLite's over the same events cost.
 */
export class RunBuilder {
  #rows = 0;
  #used = 0;
  #bytes = new Uint8Array(16 * 1024);
  #ends = new Uint32Array(1024);
  #records = new Uint32Array(1024);

  constructor(readonly firstEvent: number) {}

  get isFull(): boolean {
    return this.#rows >= eventsPerRun || this.#used >= bytesPerRun;
  }

  /** Events come in rising order, with holes where others were removed; record 0 and no bytes for none. */
  add(event: number, message: Uint8Array, from: number, to: number, record: number): void {
    const row = event - this.firstEvent;
    if (row >= this.#ends.length) this.#grow(row);
    while (this.#rows < row) this.#ends[this.#rows++] = this.#used;
    if (this.#used + to - from > this.#bytes.length) this.#growBytes(this.#used + to - from);
    for (let i = from; i < to; i += 1) this.#bytes[this.#used++] = message[i] as number;
    this.#ends[row] = this.#used;
    this.#records[row] = record;
    this.#rows = row + 1;
  }

  write(db: Database): void {
    if (this.#rows === 0) return;
    const last = this.firstEvent + this.#rows - 1;
    db.run('INSERT INTO event_run (first_event, last_event) VALUES (?, ?)', this.firstEvent, last);
    this.#writeMessages(db);
    this.#writeRecords(db);
  }

  #writeMessages(db: Database): void {
    const texts = { bytes: this.#bytes, ends: this.#ends.subarray(0, this.#rows) };
    const rows = this.#rowsWith((row) => (texts.ends[row] as number) > startOf(texts, row));
    sortByText(texts, rows);
    const insert = db.prepare('INSERT INTO message_page (run, first_key, groups) VALUES (?, ?, ?)');
    const page = new PageBuffer();
    let firstKey: Buffer | null = null;
    let previous = -1;
    for (let first = 0; first < rows.length; ) {
      const row = rows[first] as number;
      let end = first + 1;
      while (end < rows.length && sharedLength(texts, row, rows[end] as number) === Number.POSITIVE_INFINITY)
        end += 1;
      const from = startOf(texts, row);
      const to = texts.ends[row] as number;
      const shared = firstKey === null ? 0 : sharedLength(texts, previous, row);
      firstKey ??= Buffer.from(texts.bytes.subarray(from, to));
      page.number(shared);
      page.number(to - from - shared);
      page.bytes(texts.bytes, from + shared, to);
      writeRows(page, rows, first, end);
      if (page.length >= bytesPerPage || end === rows.length) {
        insert.run(this.firstEvent, firstKey, page.take());
        firstKey = null;
      }
      previous = row;
      first = end;
    }
  }

  #writeRecords(db: Database): void {
    const records = this.#records;
    const rows = this.#rowsWith((row) => records[row] !== 0);
    sortByKey(rows, records);
    const insert = db.prepare('INSERT INTO record_page (run, first_key, groups) VALUES (?, ?, ?)');
    const page = new PageBuffer();
    let firstKey = 0;
    let previous = 0;
    for (let first = 0; first < rows.length; ) {
      const record = records[rows[first] as number] as number;
      let end = first + 1;
      while (end < rows.length && records[rows[end] as number] === record) end += 1;
      if (page.length === 0) {
        firstKey = record;
        previous = 0;
      }
      page.number(record - previous);
      writeRows(page, rows, first, end);
      if (page.length >= bytesPerPage || end === rows.length)
        insert.run(this.firstEvent, firstKey, page.take());
      previous = record;
      first = end;
    }
  }

  #rowsWith(has: (row: number) => boolean): Uint32Array {
    const rows = new Uint32Array(this.#rows);
    let count = 0;
    for (let row = 0; row < this.#rows; row += 1) if (has(row)) rows[count++] = row;
    return rows.subarray(0, count);
  }

  #grow(row: number): void {
    const length = Math.max(this.#ends.length * 2, row + 1);
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(length);
      next.set(old);
      return next;
    };
    this.#ends = wider(this.#ends);
    this.#records = wider(this.#records);
  }

  #growBytes(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** How many rows, then each as its distance from the one before: a page's groups all end like this. */
function writeRows(page: PageBuffer, rows: Uint32Array, first: number, end: number): void {
  page.number(end - first);
  let previous = 0;
  for (let i = first; i < end; i += 1) {
    const row = rows[i] as number;
    page.number(row - previous);
    previous = row;
  }
}

/** How many bytes two rows' texts begin with alike; infinite for equal texts. */
function sharedLength(
  texts: { readonly bytes: Uint8Array; readonly ends: Uint32Array },
  a: number,
  b: number,
): number {
  const { bytes, ends } = texts;
  const startA = startOf(texts, a);
  const startB = startOf(texts, b);
  const lengthA = (ends[a] as number) - startA;
  const lengthB = (ends[b] as number) - startB;
  const limit = Math.min(lengthA, lengthB);
  let i = 0;
  while (i < limit && bytes[startA + i] === bytes[startB + i]) i += 1;
  return i === lengthA && i === lengthB ? Number.POSITIVE_INFINITY : i;
}
