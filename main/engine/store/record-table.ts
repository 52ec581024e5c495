import type { Database, Value } from './database';

/** While so few records are known, they are numbered in memory and written at the end, in order of key. */
const heldInMemory = 400_000;
const rowsPerInsert = 128;

const bytesOf = (key: string, isPseudonym: boolean): string | Buffer =>
  isPseudonym ? Buffer.from(key, 'latin1') : key;

/**
 * Numbers records by key for one import. A case without records is filled from memory in one sorted run,
 * which costs a tenth of looking each one up; a larger one is asked record by record.
 */
export class RecordTable {
  readonly #db: Database;
  readonly #isPseudonym: boolean;
  #held: Map<string, number> | null;
  #written: Map<string, number> | null = null;
  #next: number;

  constructor(db: Database, isPseudonym: boolean) {
    this.#db = db;
    this.#isPseudonym = isPseudonym;
    const last = db.get<{ id: number | null }>('SELECT max(id) AS id FROM record')?.id ?? 0;
    this.#held = last === 0 ? new Map() : null;
    this.#next = last + 1;
  }

  idOf(key: string): number {
    const held = this.#held;
    if (!held) return this.#lookUp(key);
    let id = held.get(key);
    if (id === undefined) {
      id = this.#next++;
      held.set(key, id);
      if (held.size >= heldInMemory) this.flush();
    }
    return id;
  }

  /** Writes what is held; from then on records are looked up. */
  flush(): void {
    const held = this.#held;
    this.#held = null;
    this.#written = held;
    if (held) this.#insert(held);
  }

  /** The current savepoint was kept: what was written stays. */
  keep(): void {
    this.#written = null;
  }

  /** The current savepoint was rolled back: what it wrote of earlier sources is written again. */
  restore(): void {
    if (this.#written) this.#insert(this.#written);
    this.#written = null;
  }

  #insert(held: ReadonlyMap<string, number>): void {
    const keys = [...held.keys()].sort();
    // A failed import is rolled back whole: no need to be able to undo one statement (OR FAIL).
    const sql = (rows: number): string =>
      `INSERT OR FAIL INTO record (id, key) VALUES ${Array(rows).fill('(?,?)').join(',')}`;
    const statement = this.#db.prepare(sql(rowsPerInsert));
    const values: Value[] = [];
    for (const key of keys) {
      values.push(held.get(key) ?? 0, bytesOf(key, this.#isPseudonym));
      if (values.length < rowsPerInsert * 2) continue;
      statement.run(...values);
      values.length = 0;
    }
    if (values.length > 0) this.#db.prepare(sql(values.length / 2)).run(...values);
  }

  #lookUp(key: string): number {
    const bytes = bytesOf(key, this.#isPseudonym);
    const found = this.#db.get<{ id: number }>('SELECT id FROM record WHERE key = ?', bytes);
    if (found) return found.id;
    this.#db.run('INSERT INTO record (id, key) VALUES (?, ?)', this.#next, bytes);
    return this.#next++;
  }
}
