/**
 * An event's row as SQLite keeps it in a table's leaf page: payload size, row id, and a record (SQLite file
 * format 3, sections 1.6 and 2.1). Ids of 0 stand for none.
 */
export interface EventRow {
  id: number;
  source: number;
  line: number;
  /** NaN for none. */
  time: number;
  system: number;
  activity: number;
  peer: number;
  record: number;
  attributes: number;
}

/** Serial types: 0 is NULL, 1 to 6 are integers of 1, 2, 3, 4, 6 and 8 bytes, 7 a double, 8 and 9 are 0 and 1. */
const bytesOfType = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;
const nullType = 0;
const longType = 6;
const doubleType = 7;

/** A text of this many bytes has a serial type of one byte; longer ones, up to `longestMessage`, of two. */
const shortText = 57;

/** Events with longer messages are not written like this: their pages would have to spill. */
export const longestMessage = 2048;

/** No cell is longer: eight bytes at most of each of nine numbers, the message, and all headers. */
export const longestCell = longestMessage + 128;

/** SQLite makes an integer of a whole double in a column of integers, where 64 bits hold it. */
const isKeptAsInteger = (time: number): boolean => Number.isInteger(time) && Math.abs(time) < 2 ** 63;

const typeOf = (value: number): number =>
  value === 0 ? 8 : value === 1 ? 9 : value < 0x80 ? 1 : value < 0x8000 ? 2 : value < 0x80_0000 ? 3 : 4;
const typeOrNull = (id: number): number => (id === 0 ? nullType : typeOf(id));

/** Writes the cells of events, backwards from a given end, into pages that are being filled. */
export class EventRecordWriter {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Writes a cell that ends before `end`; returns where it begins. */
  writeBefore(end: number, row: EventRow, messages: Uint8Array, from: number, to: number): number {
    const { time } = row;
    const source = typeOf(row.source);
    const line = typeOf(row.line);
    const moment = Number.isNaN(time) ? nullType : isKeptAsInteger(time) ? longType : doubleType;
    const system = typeOrNull(row.system);
    const activity = typeOf(row.activity);
    const peer = typeOrNull(row.peer);
    const record = typeOrNull(row.record);
    const attributes = typeOrNull(row.attributes);
    let at = end;
    at = this.#number(at, attributes, row.attributes);
    at = this.#number(at, record, row.record);
    const bytes = this.#bytes;
    for (let i = to - 1; i >= from; i -= 1) bytes[--at] = messages[i] as number;
    at = this.#number(at, peer, row.peer);
    at = this.#number(at, activity, row.activity);
    at = this.#number(at, system, row.system);
    if (moment !== nullType) {
      at -= 8;
      if (moment === doubleType) this.#view.setFloat64(at, time);
      else {
        const high = Math.floor(time / 0x1_0000_0000);
        this.#view.setInt32(at, high);
        this.#view.setUint32(at + 4, time - high * 0x1_0000_0000);
      }
    }
    at = this.#number(at, line, row.line);
    at = this.#number(at, source, row.source);
    const body = end - at;
    bytes[--at] = attributes;
    bytes[--at] = record;
    const text = 13 + 2 * (to - from);
    if (to === from) bytes[--at] = nullType;
    else if (to - from <= shortText) bytes[--at] = text;
    else {
      bytes[--at] = text & 127;
      bytes[--at] = 128 | (text >> 7);
    }
    bytes[--at] = peer;
    bytes[--at] = activity;
    bytes[--at] = system;
    bytes[--at] = moment;
    bytes[--at] = line;
    bytes[--at] = source;
    // The row's id stands beside the record; the column that names it is NULL.
    bytes[--at] = nullType;
    at -= 1;
    bytes[at] = end - body - at;
    return varintBefore(bytes, varintBefore(bytes, at, row.id), end - at);
  }

  #number(end: number, type: number, value: number): number {
    const size = bytesOfType[type] as number;
    const bytes = this.#bytes;
    let rest = value;
    for (let at = end - 1; at >= end - size; at -= 1) {
      bytes[at] = rest;
      rest >>= 8;
    }
    return end - size;
  }
}

/** SQLite's variable-length integer: seven bits a byte, the highest first, the eighth set on all but the last. */
export function varintBefore(bytes: Uint8Array, end: number, value: number): number {
  let at = end - 1;
  let rest = value;
  bytes[at] = rest & 127;
  // Division, not shifts: ids of events may need more than 32 bits.
  while (rest > 127) {
    rest = rest > 0x7fff_ffff ? Math.floor(rest / 128) : rest >> 7;
    bytes[--at] = 128 | (rest & 127);
  }
  return at;
}
