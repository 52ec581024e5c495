import type { Database } from '../../database';
import { eventsPerRun, MessagePages } from './message-pages';
import type { Page } from './page-buffer';
import { RecordPages } from './record-pages';

/** So many runs are looked through in no time; more are made fewer. */
const fewRuns = 24;

const dropRuns = (db: Database, first: number, last: number): void => {
  for (const table of ['message_page', 'record_page'])
    db.run(`DELETE FROM ${table} WHERE run BETWEEN ? AND ?`, first, last);
  db.run('DELETE FROM event_run WHERE first_event BETWEEN ? AND ?', first, last);
};

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/**
 * Keeps which events name a message and a record, for a run of events one after another. Sorting them in
 * memory and writing packed pages costs a quarter of what two indexes of SQLite's over the same events cost.
 */
export function writeRun(
  db: Database,
  events: { readonly first: number; readonly last: number },
  messages: readonly Page<Uint8Array>[],
  records: readonly Page<number>[],
): void {
  db.run('INSERT INTO event_run (first_event, last_event) VALUES (?, ?)', events.first, events.last);
  for (const { key, groups } of messages)
    db.run(
      'INSERT INTO message_page (run, first_key, groups) VALUES (?, ?, ?)',
      events.first,
      asBuffer(key),
      asBuffer(groups),
    );
  for (const { key, groups } of records)
    db.run(
      'INSERT INTO record_page (run, first_key, groups) VALUES (?, ?, ?)',
      events.first,
      key,
      asBuffer(groups),
    );
}

/** Makes the postings of these events anew, from the events themselves. */
export function rebuildPostings(db: Database, first: number, last: number): void {
  dropRuns(db, first, last);
  const rows = 'SELECT id, message, record_id FROM event WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?';
  const rowsPerRead = 16_384;
  const messages = new MessagePages();
  const records = new RecordPages();
  let run = first;
  const endRun = (): void => {
    if (messages.rows > 0)
      writeRun(db, { first: run, last: run + messages.rows - 1 }, messages.take(), records.take());
  };
  for (let next = first; next <= last; ) {
    const part = db.all<{ id: number; message: string | null; record_id: number | null }>(
      rows,
      next,
      last,
      rowsPerRead,
    );
    for (const { id, message, record_id } of part) {
      if (messages.isFull || id - run >= eventsPerRun) endRun();
      if (messages.rows === 0) run = id;
      const bytes = Buffer.from(message ?? '');
      messages.add(id - run, bytes, 0, bytes.length);
      records.add(id - run, record_id ?? 0);
    }
    const end = part.at(-1)?.id;
    if (end === undefined) break;
    next = end + 1;
  }
  endRun();
}

/** After events of this range were removed: an id may be given again, so no posting of it may stay. */
export function forgetPostings(db: Database, first: number, last: number): void {
  const runs = db.all<{ first_event: number; last_event: number }>(
    'SELECT first_event, last_event FROM event_run WHERE first_event <= ? AND last_event >= ?',
    last,
    first,
  );
  for (const run of runs) rebuildPostings(db, run.first_event, run.last_event);
}

/**
 * Each source begins a run of its own, and a look-up asks every run: neighbours are put together, small ones
 * first, so that a case of ten thousand small files has few. A run is made anew only with one not much
 * smaller, so that no event is sorted again more than a few times however many imports there are.
 */
export function joinSmallRuns(db: Database): void {
  const runs = db.all<{ first_event: number; last_event: number }>(
    'SELECT first_event, last_event FROM event_run ORDER BY first_event',
  );
  if (runs.length <= fewRuns) return;
  const joined: { first: number; last: number; runs: number }[] = [];
  for (const { first_event: first, last_event: last } of runs) {
    let run = { first, last, runs: 1 };
    for (let before = joined.at(-1); before; before = joined.at(-1)) {
      const isMuchLarger = before.last - before.first > 2 * (run.last - run.first) + 1000;
      if (isMuchLarger || run.last - before.first >= eventsPerRun) break;
      run = { first: before.first, last: run.last, runs: before.runs + run.runs };
      joined.pop();
    }
    joined.push(run);
  }
  for (const { first, last, runs: parts } of joined) if (parts > 1) rebuildPostings(db, first, last);
}
