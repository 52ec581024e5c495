import { sortByKey } from './radix-sort';
import { Scratch } from './scratch';

/** Texts of numbered rows as bytes, one after another: a row's begins where the one before ends. */
export interface RowTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

export const startOf = ({ ends }: RowTexts, row: number): number =>
  row === 0 ? 0 : (ends[row - 1] as number);

/** Bytes that one round sorts by, as two numbers of four. */
const bytesPerRound = 8;
const upperKeys = new Scratch();
const lowerKeys = new Scratch();
/** So few rows are sorted sooner by comparing. */
const fewRows = 24;

/**
 * Sorts rows by their texts, byte by byte as SQLite's BINARY does; rows of equal texts stay in their order.
 * What all texts begin with is passed over, the next eight bytes are sorted as numbers, and what they leave
 * equal is sorted again further on.
 */
export function sortByText(texts: RowTexts, rows: Uint32Array): void {
  const upper = upperKeys.take(texts.ends.length);
  const lower = lowerKeys.take(texts.ends.length);
  const waiting: { part: Uint32Array; from: number }[] = [];
  const sort = (part: Uint32Array, from: number): void => {
    const shared = sharedBytes(texts, part, from);
    if (shared === null) {
      part.set(Array.from(part).sort((a, b) => compareTexts(texts, a, b, from)));
      return;
    }
    for (const row of part) {
      upper[row] = fourBytes(texts, row, shared);
      lower[row] = fourBytes(texts, row, shared + 4);
    }
    sortByKey(part, lower);
    sortByKey(part, upper);
    for (let first = 0; first < part.length; ) {
      const a = part[first] as number;
      let end = first + 1;
      for (; end < part.length; end += 1) {
        const b = part[end] as number;
        if (upper[a] !== upper[b] || lower[a] !== lower[b]) break;
      }
      if (end - first > fewRows)
        waiting.push({ part: part.subarray(first, end), from: shared + bytesPerRound });
      else insertInOrder(texts, part, first, end, shared + bytesPerRound);
      first = end;
    }
  };
  if (rows.length <= fewRows) insertInOrder(texts, rows, 0, rows.length, 0);
  else sort(rows, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) sort(next.part, next.from);
}

/** Where texts that are equal up to `from` first differ; null where they all end without differing. */
function sharedBytes(texts: RowTexts, rows: Uint32Array, from: number): number | null {
  const { bytes, ends } = texts;
  const first = rows[0] as number;
  const start = startOf(texts, first);
  const firstLength = (ends[first] as number) - start;
  let shared = firstLength;
  let isAlike = true;
  for (const row of rows) {
    const at = startOf(texts, row);
    const length = (ends[row] as number) - at;
    const limit = Math.min(shared, length);
    let i = from;
    while (i < limit && bytes[start + i] === bytes[at + i]) i += 1;
    if (i < shared) shared = i;
    if (length !== firstLength || i < firstLength) isAlike = false;
  }
  // Where some have ended already, they differ by zero bytes alone: then lengths decide.
  return isAlike || shared < from ? null : shared;
}

function fourBytes(texts: RowTexts, row: number, from: number): number {
  const { bytes, ends } = texts;
  const at = startOf(texts, row) + from;
  const end = ends[row] as number;
  let key = 0;
  for (let i = at; i < at + 4; i += 1) key = (key << 8) | (i < end ? (bytes[i] as number) : 0);
  return key >>> 0;
}

function insertInOrder(texts: RowTexts, rows: Uint32Array, first: number, end: number, from: number): void {
  for (let i = first + 1; i < end; i += 1) {
    const row = rows[i] as number;
    let at = i - 1;
    while (at >= first && compareTexts(texts, rows[at] as number, row, from) > 0) {
      rows[at + 1] = rows[at] as number;
      at -= 1;
    }
    rows[at + 1] = row;
  }
}

/** Compares texts that are equal up to `from`. */
function compareTexts(texts: RowTexts, a: number, b: number, from: number): number {
  const { bytes, ends } = texts;
  const startA = startOf(texts, a);
  const startB = startOf(texts, b);
  const lengthA = (ends[a] as number) - startA;
  const lengthB = (ends[b] as number) - startB;
  const limit = Math.min(lengthA, lengthB);
  for (let i = from; i < limit; i += 1) {
    const difference = (bytes[startA + i] as number) - (bytes[startB + i] as number);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
