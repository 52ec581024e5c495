import type { EventBatch, EventCounts } from '../../import/batch/event-batch';
import type { Database } from '../database';
import { EventDigest } from './event-digest';
import { InsertEvents } from './insert-events';
import { NumberTable } from './number-table';
import { writeRun } from './postings/keep-postings';
import { MessagePages } from './postings/message-pages';
import type { Page } from './postings/page-buffer';
import { RecordPages } from './postings/record-pages';
import type { EventRow } from './staging/event-record';
import type { StagedEvents } from './staging/staged-events';

/** Cells a statement. */
const rowsPerInsert = 128;

/** A session's first events are inserted sooner than a file for them is made. */
const insertedEvents = 4096;

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
  readonly #insert: InsertEvents;
  readonly #staged: StagedEvents;
  readonly #insertedEvents: number;
  readonly #row: EventRow;
  readonly #digest = new EventDigest();
  readonly ids: BatchIds = {
    systems: new NumberTable(),
    activities: new NumberTable(),
    records: new NumberTable(),
    attributes: new NumberTable(),
  };
  #nextEvent: number;
  readonly #firstEvent: number;
  /** First event of the run that is being gathered. */
  #run: number;
  readonly #records = new RecordPages();
  readonly #messages = new MessagePages();

  constructor(db: Database, sourceId: number, staged: StagedEvents, insertedFirst = insertedEvents) {
    this.#db = db;
    this.#sourceId = sourceId;
    this.#insert = new InsertEvents(db, sourceId);
    this.#staged = staged;
    this.#insertedEvents = insertedFirst;
    this.#nextEvent = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0);
    this.#firstEvent = this.#nextEvent;
    this.#run = this.#nextEvent;
    const none = { line: 0, time: 0.5, system: 0, activity: 0, peer: 0, record: 0, attributes: 0 };
    this.#row = { id: 0, source: sourceId, ...none };
  }

  write(batch: EventBatch): void {
    const { lines, times, messageEnds, messageHashes } = batch;
    const messages = Buffer.from(batch.messages.buffer, batch.messages.byteOffset, batch.messages.byteLength);
    const { systems, activities, records, attributes } = this.ids;
    const row = this.#row;
    let from = 0;
    for (let i = 0; i < batch.rows; i += 1) {
      row.id = this.#nextEvent++;
      row.line = lines[i] ?? 0;
      row.time = times[i] ?? Number.NaN;
      row.system = systems.get(batch.systems[i] ?? 0);
      row.activity = activities.get(batch.activities[i] ?? 0);
      row.peer = systems.get(batch.peers[i] ?? 0);
      row.record = records.get(batch.records[i] ?? 0);
      row.attributes = attributes.get(batch.attributes[i] ?? 0);
      const to = messageEnds[i] ?? 0;
      this.#add(row, messages, from, to);
      from = to;
      this.#records.add(row.id - this.#run, row.record);
      const { line, time, system, activity, peer, record } = row;
      this.#digest.add(line, time, system, activity, peer, messageHashes[i] ?? 0, record, row.attributes);
    }
    this.#messages.addAll(messages, messageEnds, batch.rows);
    if (this.#messages.isFull) this.#endRun(this.#messages.take());
    else if (batch.messagePages && this.#messages.rows > 0) this.#endRun(batch.messagePages);
    if (batch.counts) this.#writeCounts(batch.counts);
  }

  /** Ids rise by themselves, so that whichever way a row goes, those before it have gone. */
  #add(row: EventRow, messages: Buffer, from: number, to: number): void {
    if (row.id - this.#firstEvent >= this.#insertedEvents) {
      this.#insert.flush();
      if (this.#staged.add(row, messages, from, to)) return;
      this.#staged.flush();
    }
    this.#insert.add(row, messages, from, to);
  }

  #endRun(messages: readonly Page<Uint8Array>[]): void {
    const events = { first: this.#run, last: this.#nextEvent - 1 };
    writeRun(this.#db, events, messages, this.#records.take());
    this.#messages.clear();
    this.#run = this.#nextEvent;
  }

  #writeCounts({ days, presence }: EventCounts): void {
    const { systems, activities } = this.ids;
    insertCells(this.#db, 'event_day', 'events = events + excluded.events', days, (values, cell) => [
      this.#sourceId,
      systems.get(values[cell] as number),
      systems.get(values[cell + 1] as number),
      activities.get(values[cell + 2] as number),
      values[cell + 3] as number,
      values[cell + 4] as number,
    ]);
    insertCells(
      this.#db,
      'presence',
      `events = events + excluded.events, first_time = min(first_time, excluded.first_time),
         last_time = max(last_time, excluded.last_time)`,
      presence,
      (values, cell) => [
        this.#sourceId,
        systems.get(values[cell] as number),
        values[cell + 1] as number,
        values[cell + 2] as number,
        values[cell + 3] as number,
        values[cell + 4] as number,
      ],
    );
  }

  /** Writes what is left and the counts; returns the source's range of event ids and its digest. */
  finish(): { readonly first: number | null; readonly last: number | null; readonly digest: string } {
    if (this.#messages.rows > 0) this.#endRun(this.#messages.take());
    this.#insert.flush();
    this.#staged.flush();
    const hasEvents = this.#nextEvent > this.#firstEvent;
    return {
      first: hasEvents ? this.#firstEvent : null,
      last: hasEvents ? this.#nextEvent - 1 : null,
      digest: this.#digest.value(),
    };
  }
}

/** Adds counted cells, of five numbers each; what is counted on one cell under two spellings comes together. */
function insertCells(
  db: Database,
  table: 'event_day' | 'presence',
  update: string,
  counts: Float64Array,
  rowOf: (counts: Float64Array, cell: number) => readonly number[],
): void {
  const sql = (rows: number): string =>
    `INSERT INTO ${table} VALUES ${Array(rows).fill('(?,?,?,?,?,?)').join(',')} ON CONFLICT DO UPDATE SET ${update}`;
  const numbersPerCell = 5;
  const statement = db.prepare(sql(rowsPerInsert));
  const values: number[] = [];
  for (let cell = 0; cell < counts.length; cell += numbersPerCell) {
    values.push(...rowOf(counts, cell));
    if (values.length < rowsPerInsert * 6) continue;
    statement.run(...values);
    values.length = 0;
  }
  if (values.length > 0) db.prepare(sql(values.length / 6)).run(...values);
}
