import type { Database, Value } from '../database';
import type { EventRow } from './staging/event-record';

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

/** Inserts the events of one source by statements: the way of all but large imports. */
export class InsertEvents {
  readonly #db: Database;
  readonly #sourceId: number;
  readonly #insert: { run(...values: Value[]): void };
  readonly #values: Value[] = new Array<Value>(rowsPerInsert * columns).fill(null);
  #filled = 0;

  constructor(db: Database, sourceId: number) {
    this.#db = db;
    this.#sourceId = sourceId;
    this.#insert = db.prepare(insertSql(rowsPerInsert, sourceId));
  }

  add(row: EventRow, messages: Buffer, from: number, to: number): void {
    const values = this.#values;
    const at = this.#filled;
    values[at] = row.line;
    values[at + 1] = Number.isNaN(row.time) ? null : row.time;
    values[at + 2] = row.system || null;
    values[at + 3] = row.activity;
    values[at + 4] = row.peer || null;
    values[at + 5] = to > from ? messages.toString('utf8', from, to) : null;
    values[at + 6] = row.record || null;
    values[at + 7] = row.attributes || null;
    this.#filled = at + columns;
    if (this.#filled < values.length) return;
    this.#insert.run(...values);
    this.#filled = 0;
  }

  /** Inserts what waits. */
  flush(): void {
    const rest = this.#filled / columns;
    if (rest > 0)
      this.#db.prepare(insertSql(rest, this.#sourceId)).run(...this.#values.slice(0, this.#filled));
    this.#filled = 0;
  }
}
