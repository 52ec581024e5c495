import type { EventBatch, EventCounts } from '../import/event-batch';
import type { Database, Value } from './database';
import { EventDigest } from './event-digest';
import { NumberTable } from './number-table';
import { RunBuilder } from './postings/run-builder';

/** Rows a statement: more bring nothing (measured), fewer cost a call each. */
const rowsPerInsert = 128;
const columns = 8;

/** Ids rise by one by themselves, and the source is the same for all: what need not be bound is not (a quarter). */
const insertSql = (rows: number, sourceId: number): string =>
  `INSERT INTO event (source_id, line, time, system_id, activity_id, peer_id, message, record_id, attributes_id)
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
  #run: RunBuilder;

  constructor(db: Database, sourceId: number) {
    this.#db = db;
    this.#sourceId = sourceId;
    this.#insert = db.prepare(insertSql(rowsPerInsert, sourceId));
    this.#nextEvent = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0);
    this.#firstEvent = this.#nextEvent;
    this.#run = new RunBuilder(this.#nextEvent);
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
      if (this.#run.isFull) this.#startRun();
      this.#run.add(this.#nextEvent++, messages, messageStart, messageEnd, record);
      messageStart = messageEnd;
      this.#digest.add(line, time, system, activity, peer, messageHashes[row] ?? 0, record, set);
      if (at === values.length) {
        this.#insert.run(...values);
        at = 0;
      }
    }
    this.#filled = at;
    if (batch.counts) this.#writeCounts(batch.counts);
  }

  #writeCounts({ days, presence }: EventCounts): void {
    const { systems, activities } = this.ids;
    const day = this.#db.prepare(
      `INSERT INTO event_day VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET events = events + excluded.events`,
    );
    for (let i = 0; i < days.length; i += 5) {
      const [system = 0, peer = 0, activity = 0, number = 0, events = 0] = days.subarray(i, i + 5);
      day.run(
        this.#sourceId,
        systems.get(system),
        systems.get(peer),
        activities.get(activity),
        number,
        events,
      );
    }
    const quarter = this.#db.prepare(
      `INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET events = events + excluded.events,
         first_time = min(first_time, excluded.first_time), last_time = max(last_time, excluded.last_time)`,
    );
    for (let i = 0; i < presence.length; i += 5) {
      const [system = 0, number = 0, events = 0, first = 0, last = 0] = presence.subarray(i, i + 5);
      quarter.run(this.#sourceId, systems.get(system), number, events, first, last);
    }
  }

  #startRun(): void {
    this.#run.write(this.#db);
    this.#run = new RunBuilder(this.#nextEvent);
  }

  /** Writes what is left and the counts; returns the source's range of event ids and its digest. */
  finish(): { readonly first: number | null; readonly last: number | null; readonly digest: string } {
    const rest = this.#filled / columns;
    if (rest > 0)
      this.#db.prepare(insertSql(rest, this.#sourceId)).run(...this.#values.slice(0, this.#filled));
    this.#filled = 0;
    this.#startRun();
    const hasEvents = this.#nextEvent > this.#firstEvent;
    return {
      first: hasEvents ? this.#firstEvent : null,
      last: hasEvents ? this.#nextEvent - 1 : null,
      digest: this.#digest.value(),
    };
  }
}
