import type { Database } from '../database';
import { eventsPerRun, RunBuilder } from './run-builder';

/** So many runs are looked through in no time; more are made fewer. */
const fewRuns = 24;

const dropRuns = (db: Database, first: number, last: number): void => {
  for (const table of ['message_page', 'record_page'])
    db.run(`DELETE FROM ${table} WHERE run BETWEEN ? AND ?`, first, last);
  db.run('DELETE FROM event_run WHERE first_event BETWEEN ? AND ?', first, last);
};

/** Makes the postings of these events anew, from the events themselves. */
export function rebuildPostings(db: Database, first: number, last: number): void {
  dropRuns(db, first, last);
  const rows = 'SELECT id, message, record_id FROM event WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?';
  const rowsPerRead = 16_384;
  let builder: RunBuilder | null = null;
  for (let next = first; next <= last; ) {
    const part = db.all<{ id: number; message: string | null; record_id: number | null }>(
      rows,
      next,
      last,
      rowsPerRead,
    );
    for (const { id, message, record_id } of part) {
      builder ??= new RunBuilder(id);
      if (builder.isFull || id - builder.firstEvent >= eventsPerRun) {
        builder.write(db);
        builder = new RunBuilder(id);
      }
      const bytes = Buffer.from(message ?? '');
      builder.add(id, bytes, 0, bytes.length, record_id ?? 0);
    }
    const end = part.at(-1)?.id;
    if (end === undefined) break;
    next = end + 1;
  }
  builder?.write(db);
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
