import { type Page, PageBuffer } from './page-buffer';
import { Scratch } from './scratch';
import { type RowTexts, sortByText, startOf } from './sort-texts';

/** Events of a run: sorting them takes some tens of megabytes and a tenth of a second. */
export const eventsPerRun = 524_288;
/** Long message ids end a run sooner. */
const bytesPerRun = 32 * 1024 * 1024;

const sortedRows = new Scratch();

/** Gathers the message ids of a run of events, and gives them sorted, in pages, with the rows of each. */
export class MessagePages {
  rows = 0;
  #used = 0;
  #bytes = new Uint8Array(16 * 1024);
  #ends = new Uint32Array(1024);

  get isFull(): boolean {
    return this.rows >= eventsPerRun || this.#used >= bytesPerRun;
  }

  /** Rows rise, with holes where events were removed; no bytes for an event without a message. */
  add(row: number, message: Uint8Array, from: number, to: number): void {
    if (row >= this.#ends.length) this.#grow(row);
    while (this.rows < row) this.#ends[this.rows++] = this.#used;
    if (this.#used + to - from > this.#bytes.length) this.#growBytes(this.#used + to - from);
    for (let i = from; i < to; i += 1) this.#bytes[this.#used++] = message[i] as number;
    this.#ends[row] = this.#used;
    this.rows = row + 1;
  }

  /** Adds rows that follow those before, of which all texts lie in `messages` one after another. */
  addAll(messages: Uint8Array, ends: Int32Array, rows: number): void {
    const length = rows === 0 ? 0 : (ends[rows - 1] as number);
    const used = this.#used;
    if (this.rows + rows > this.#ends.length) this.#grow(this.rows + rows);
    if (used + length > this.#bytes.length) this.#growBytes(used + length);
    this.#bytes.set(messages.subarray(0, length), used);
    for (let row = 0; row < rows; row += 1) this.#ends[this.rows + row] = used + (ends[row] as number);
    this.#used = used + length;
    this.rows += rows;
  }

  /** The pages of what was gathered, of which nothing is kept: the next row is 0 again. */
  take(): readonly Page<Uint8Array>[] {
    const texts = { bytes: this.#bytes, ends: this.#ends.subarray(0, this.rows) };
    const rows = sortedRows.take(this.rows);
    let count = 0;
    for (let row = 0; row < this.rows; row += 1)
      if ((texts.ends[row] as number) > startOf(texts, row)) rows[count++] = row;
    const sorted = rows.subarray(0, count);
    sortByText(texts, sorted);
    this.clear();
    return pagesOf(texts, sorted);
  }

  /** Forgets what was gathered. */
  clear(): void {
    this.rows = 0;
    this.#used = 0;
  }

  #grow(row: number): void {
    const larger = new Uint32Array(Math.max(this.#ends.length * 2, row + 1));
    larger.set(this.#ends);
    this.#ends = larger;
  }

  #growBytes(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Each id as how many bytes it shares with the one before, how many follow, those, and its rows. */
function pagesOf(texts: RowTexts, rows: Uint32Array): readonly Page<Uint8Array>[] {
  const pages: Page<Uint8Array>[] = [];
  const page = new PageBuffer();
  let key: Uint8Array | null = null;
  let shared = 0;
  for (let first = 0; first < rows.length; ) {
    const row = rows[first] as number;
    let end = first + 1;
    let sharedWithNext = 0;
    for (; end < rows.length; end += 1) {
      sharedWithNext = sharedLength(texts, row, rows[end] as number);
      if (sharedWithNext !== Number.POSITIVE_INFINITY) break;
    }
    const from = startOf(texts, row);
    const to = texts.ends[row] as number;
    if (key === null) {
      key = texts.bytes.slice(from, to);
      shared = 0;
    }
    page.number(shared);
    page.number(to - from - shared);
    page.bytes(texts.bytes, from + shared, to);
    page.rows(rows, first, end);
    if (page.isFull || end === rows.length) {
      pages.push({ key, groups: page.take() });
      key = null;
    }
    shared = sharedWithNext;
    first = end;
  }
  return pages;
}

/** How many bytes two rows' texts begin with alike; infinite for equal texts. */
function sharedLength(texts: RowTexts, a: number, b: number): number {
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
