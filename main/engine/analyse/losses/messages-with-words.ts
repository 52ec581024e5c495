import type { Database } from '../../store/database';
import { readEventNumbers } from '../../store/events/event-columns';
import { messageCursors, recordCursors } from '../../store/events/postings/postings';
import { showRecordKey } from '../../store/records/record-identifier';
import { isoTime, isoTimes } from '../moments';

/** So few are looked at one by one sooner than the columns of all. */
const fewEvents = 5000;
const eventsPerRead = 65_536;

/**
 * Those events, in the order given, in whose message, record, time or line every word stands. Words are in
 * lower case and without space, so that each stands within one of the four.
 */
export function messagesWithWords(
  db: Database,
  ids: Uint32Array,
  words: readonly string[],
  few = fewEvents,
): Uint32Array {
  let left = ids;
  for (const word of words) left = left.length <= few ? oneByOne(db, left, word) : byColumns(db, left, word);
  return left;
}

function oneByOne(db: Database, ids: Uint32Array, word: string): Uint32Array {
  const chosen: number[] = [];
  const rows = db.iterateArrays(
    `SELECT e.id, e.message, r.key, e.time, s.name, e.line
     FROM json_each(?) j JOIN event e ON e.id = j.value JOIN source s ON s.id = e.source_id
     LEFT JOIN record r ON r.id = e.record_id ORDER BY j.key`,
    `[${ids.join(',')}]`,
  );
  for (const [id, message, recordKey, time, file, line] of rows) {
    const record = recordKey === null ? '' : showRecordKey(recordKey as string | Buffer);
    const when = time === null ? '' : isoTime(Number(time));
    const text = `${message ?? ''} ${record} ${when} ${file}:${line}`.toLowerCase();
    if (text.includes(word)) chosen.push(Number(id));
  }
  return Uint32Array.from(chosen);
}

/** The events that are looked for, and what was found of them, from the least of their ids to the greatest. */
interface Look {
  readonly first: number;
  readonly last: number;
  /** 1 for an event that is looked for and not yet found. */
  readonly isOpen: Uint8Array;
}

/** Each message id, record and file once, and numbers column by column: a million events take half a second. */
function byColumns(db: Database, ids: Uint32Array, word: string): Uint32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  const look: Look = { first, last, isOpen: new Uint8Array(last - first + 1) };
  for (const id of ids) look.isOpen[id - first] = 1;
  findMessages(db, look, word);
  findRecords(db, look, word);
  findLines(db, look, word);
  findTimes(db, look, word);
  return ids.filter((id) => look.isOpen[id - first] === 0);
}

function found({ first, last, isOpen }: Look, ids: Uint32Array, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const id = ids[i] as number;
    if (id >= first && id <= last) isOpen[id - first] = 0;
  }
}

function findMessages(db: Database, look: Look, word: string): void {
  for (const cursor of messageCursors(db, look.first, look.last))
    while (cursor.next())
      if (cursor.message.toString('utf8').toLowerCase().includes(word)) found(look, cursor.ids, cursor.count);
}

function findRecords(db: Database, look: Look, word: string): void {
  const records = new Set<number>();
  for (const [id, key] of db.iterateArrays('SELECT id, key FROM record')) {
    const isPseudonym = typeof key !== 'string';
    if (isPseudonym && !/^[p0-9a-f-]+$/.test(word)) return;
    if (
      showRecordKey(key as string | Buffer)
        .toLowerCase()
        .includes(word)
    )
      records.add(Number(id));
  }
  if (records.size === 0) return;
  for (const cursor of recordCursors(db, look.first, look.last))
    while (cursor.next()) if (records.has(cursor.record)) found(look, cursor.ids, cursor.count);
}

/** A line is shown as its file's name, a colon and its number. */
function findLines(db: Database, look: Look, word: string): void {
  const sources = db.all<{ name: string; first: number; last: number }>(
    'SELECT name, first_event AS first, last_event AS last FROM source WHERE first_event <= ? AND last_event >= ?',
    look.last,
    look.first,
  );
  const colon = word.lastIndexOf(':');
  const digits = word.slice(colon + 1);
  for (const source of sources) {
    const from = Math.max(source.first, look.first);
    const to = Math.min(source.last, look.last);
    const name = `${source.name.toLowerCase()}:`;
    if (name.includes(word)) look.isOpen.fill(0, from - look.first, to - look.first + 1);
    else if (/^\d+$/.test(digits) && (colon < 0 || name.endsWith(word.slice(0, colon + 1)))) {
      const isFound =
        colon < 0
          ? (line: number) => String(line).includes(digits)
          : (line: number) => String(line).startsWith(digits);
      findNumbers(db, look, 'line', from, to, isFound);
    }
  }
}

function findTimes(db: Database, look: Look, word: string): void {
  // No part of a time has more digits than its fraction and an early or late year.
  if (!/^[-+0-9t:.z]+$/.test(word) || /\d{7}/.test(word)) return;
  const textOf = isoTimes();
  findNumbers(db, look, 'time', look.first, look.last, (time) => textOf(time).toLowerCase().includes(word));
}

function findNumbers(
  db: Database,
  { first, isOpen }: Look,
  column: 'line' | 'time',
  from: number,
  to: number,
  isFound: (value: number) => boolean,
): void {
  const values = new Float64Array(eventsPerRead);
  for (let start = from; start <= to; start += eventsPerRead) {
    const end = Math.min(to, start + eventsPerRead - 1);
    const open = isOpen.subarray(start - first, end - first + 1);
    if (!open.includes(1)) continue;
    readEventNumbers(db, column, start, end, values);
    for (let i = 0; i < open.length; i += 1) {
      const value = values[i] as number;
      if (open[i] === 1 && !Number.isNaN(value) && isFound(value)) open[i] = 0;
    }
  }
}
