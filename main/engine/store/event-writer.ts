import type { EventBatch, EventCounts } from '../import/event-batch';
import type { Database, Value } from './database';
import { EventDigest } from './event-digest';
import { NumberTable } from './number-table';
import { writeRun } from './postings/keep-postings';
import type { Page } from './postings/page-buffer';
import { RecordPages } from './postings/record-pages';

/** Rows a statement: more bring nothing (measured), fewer cost a call each. */
const rowsPerInsert = 128;
const columns = 8;

/**
 * Ids rise by one by themselves, and the source is the same for all: what need not be bound is not. A failed
 * import is rolled back whole, so that one statement need not be undone alone (OR FAIL: no page is kept twice).
 */
const insertSql = (rows: number, sourceId: number): string =>
  `INSERT OR FAIL INTO event (source_id, line, time, system_id, activity_id, peer_id, message, record_id, attributes_id)
   VALUES ${Array(rows).fill(`(${sourceId},?,?,?,?,?,?,?,?)`).join(',')}`;

/** The case's own numbers for those of a reader's batches: index is the reader's, 0 is none. */
export interface BatchIds {
  readonly systems: NumberTable;
  readonly activities: NumberTable;
  readonly records: NumberTable;
  readonly attributes: NumberTable;
}

/** Writes the events of one source, batch by batch, and counts and digests them on the way. */
export class EventWriter {
  readonly #db: Database;
  readonly #sourceId: number;
  readonly #insert: { run(...values: Value[]): void };
  readonly #digest = new EventDigest();
  readonly ids: BatchIds = {
    systems: new NumberTable(),
    activities: new NumberTable(),
    records: new NumberTable(),
    attributes: new NumberTable(),
  };
  #values: Value[] = new Array<Value>(rowsPerInsert * columns).fill(null);
  #filled = 0;
  #nextEvent: number;
  readonly #firstEvent: number;
  /** First event of the run that is being gathered. */
  #run: number;
  readonly #records = new RecordPages();

  constructor(db: Database, sourceId: number) {
    this.#db = db;
    this.#sourceId = sourceId;
    this.#insert = db.prepare(insertSql(rowsPerInsert, sourceId));
    this.#nextEvent = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0);
    this.#firstEvent = this.#nextEvent;
    this.#run = this.#nextEvent;
  }

  write(batch: EventBatch): void {
    const { lines, times, messageEnds, messageHashes } = batch;
    const messages = Buffer.from(batch.messages.buffer, batch.messages.byteOffset, batch.messages.byteLength);
    const { systems, activities, records, attributes } = this.ids;
    const values = this.#values;
    let at = this.#filled;
    let messageStart = 0;
    for (let row = 0; row < batch.rows; row += 1) {
      const line = lines[row] ?? 0;
      const time = times[row] ?? Number.NaN;
      const system = systems.get(batch.systems[row] ?? 0);
      const activity = activities.get(batch.activities[row] ?? 0);
      const peer = systems.get(batch.peers[row] ?? 0);
      const record = records.get(batch.records[row] ?? 0);
      const set = attributes.get(batch.attributes[row] ?? 0);
      const messageEnd = messageEnds[row] ?? 0;
      values[at] = line;
      values[at + 1] = Number.isNaN(time) ? null : time;
      values[at + 2] = system || null;
      values[at + 3] = activity;
      values[at + 4] = peer || null;
      values[at + 5] = messageEnd > messageStart ? messages.toString('utf8', messageStart, messageEnd) : null;
      values[at + 6] = record || null;
      values[at + 7] = set || null;
      at += columns;
      this.#records.add(this.#nextEvent++ - this.#run, record);
      messageStart = messageEnd;
      this.#digest.add(line, time, system, activity, peer, messageHashes[row] ?? 0, record, set);
      if (at === values.length) {
        this.#insert.run(...values);
        at = 0;
      }
    }
    this.#filled = at;
    if (batch.messagePages) this.#endRun(batch.messagePages);
    if (batch.counts) this.#writeCounts(batch.counts);
  }

  #endRun(messages: readonly Page<Uint8Array>[]): void {
    writeRun(this.#db, { first: this.#run, last: this.#nextEvent - 1 }, messages, this.#records.take());
    this.#run = this.#nextEvent;
  }

  #writeCounts({ days, presence }: EventCounts): void {
    const { systems, activities } = this.ids;
    const cells = (counts: Float64Array, cell: (values: Float64Array) => readonly number[]): number[][] =>
      Array.from({ length: counts.length / 5 }, (_, i) => [
        this.#sourceId,
        ...cell(counts.subarray(i * 5, i * 5 + 5)),
      ]);
    insertCells(
      this.#db,
      'event_day',
      'events = events + excluded.events',
      cells(days, ([system = 0, peer = 0, activity = 0, day = 0, events = 0]) => [
        systems.get(system),
        systems.get(peer),
        activities.get(activity),
        day,
        events,
      ]),
    );
    insertCells(
      this.#db,
      'presence',
      `events = events + excluded.events, first_time = min(first_time, excluded.first_time),
         last_time = max(last_time, excluded.last_time)`,
      cells(presence, ([system = 0, quarter = 0, ...rest]) => [systems.get(system), quarter, ...rest]),
    );
  }

  /** Writes what is left and the counts; returns the source's range of event ids and its digest. */
  finish(): { readonly first: number | null; readonly last: number | null; readonly digest: string } {
    const rest = this.#filled / columns;
    if (rest > 0)
      this.#db.prepare(insertSql(rest, this.#sourceId)).run(...this.#values.slice(0, this.#filled));
    this.#filled = 0;
    const hasEvents = this.#nextEvent > this.#firstEvent;
    return {
      first: hasEvents ? this.#firstEvent : null,
      last: hasEvents ? this.#nextEvent - 1 : null,
      digest: this.#digest.value(),
    };
  }
}

/** Adds counted cells of six numbers each; what is counted on one cell under two spellings comes together. */
function insertCells(
  db: Database,
  table: 'event_day' | 'presence',
  update: string,
  cells: readonly (readonly number[])[],
): void {
  const sql = (rows: number): string =>
    `INSERT INTO ${table} VALUES ${Array(rows).fill('(?,?,?,?,?,?)').join(',')} ON CONFLICT DO UPDATE SET ${update}`;
  const statement = db.prepare(sql(rowsPerInsert));
  for (let from = 0; from < cells.length; from += rowsPerInsert) {
    const part = cells.slice(from, from + rowsPerInsert);
    (part.length === rowsPerInsert ? statement : db.prepare(sql(part.length))).run(...part.flat());
  }
}
