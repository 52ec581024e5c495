import type { Database, Value } from '../database';
import { KeyTable } from './key-table';

/** While so few records are known, they are found in memory; beyond, in the case. */
const mostHeld = 400_000;
const rowsPerInsert = 128;

const bytesOf = (key: string, isPseudonym: boolean): string | Buffer =>
  isPseudonym ? Buffer.from(key, 'latin1') : key;

/**
 * Numbers records by key for one import. What is new is written batch by batch, while the writing thread would
 * else wait for the reading one. In a case without records every key is known from memory for as long as they
 * fit there, which costs a tenth of asking the case for each; a larger case is asked record by record.
 */
export class RecordTable {
  readonly #db: Database;
  readonly #isPseudonym: boolean;
  readonly #heldInMemory: number;
  /** All records of the case, in the order of their ids, which begin at 1; null where the case is asked. */
  #held: KeyTable | null;
  #keyBytes: Buffer = Buffer.alloc(256);
  /** Numbered and not yet written, in the order of their ids, the last of which is `#next` - 1. */
  #fresh: string[] = [];
  #next: number;
  #nextKept: number;
  readonly #insert: { run(...values: Value[]): void };

  constructor(db: Database, isPseudonym: boolean, heldInMemory = mostHeld) {
    this.#db = db;
    this.#heldInMemory = heldInMemory;
    this.#isPseudonym = isPseudonym;
    const last = db.get<{ id: number | null }>('SELECT max(id) AS id FROM record')?.id ?? 0;
    this.#held = last === 0 ? new KeyTable() : null;
    this.#next = last + 1;
    this.#nextKept = this.#next;
    this.#insert = db.prepare(insertSql(rowsPerInsert));
  }

  idOf(key: string): number {
    const held = this.#held;
    if (!held) return this.#lookUp(key);
    if (key.length * 3 > this.#keyBytes.length) this.#keyBytes = Buffer.alloc(key.length * 3);
    const id =
      1 + held.numberOf(this.#keyBytes, this.#keyBytes.write(key, this.#isPseudonym ? 'latin1' : 'utf8'));
    if (id === this.#next) {
      this.#next += 1;
      this.#fresh.push(key);
    }
    return id;
  }

  /** Writes what was numbered since the last time. Call after every batch. */
  write(): void {
    const fresh = this.#fresh;
    if (fresh.length === 0) return;
    const first = this.#next - fresh.length;
    const values: Value[] = [];
    fresh.forEach((key, index) => {
      values.push(first + index, bytesOf(key, this.#isPseudonym));
      if (values.length < rowsPerInsert * 2) return;
      this.#insert.run(...values);
      values.length = 0;
    });
    if (values.length > 0) this.#db.prepare(insertSql(values.length / 2)).run(...values);
    this.#fresh = [];
    if ((this.#held?.size ?? 0) >= this.#heldInMemory) this.#held = null;
  }

  /** The current savepoint was kept: its records stay. */
  keep(): void {
    this.write();
    this.#nextKept = this.#next;
  }

  /** The current savepoint was rolled back, and its records with it. */
  restore(): void {
    this.#held?.truncate(this.#nextKept - 1);
    this.#fresh = [];
    this.#next = this.#nextKept;
  }

  #lookUp(key: string): number {
    const bytes = bytesOf(key, this.#isPseudonym);
    const found = this.#db.get<{ id: number }>('SELECT id FROM record WHERE key = ?', bytes);
    if (found) return found.id;
    this.#db.run('INSERT INTO record (id, key) VALUES (?, ?)', this.#next, bytes);
    return this.#next++;
  }
}

/** A failed import is rolled back whole: no need to be able to undo one statement (OR FAIL). */
const insertSql = (rows: number): string =>
  `INSERT OR FAIL INTO record (id, key) VALUES ${Array(rows).fill('(?,?)').join(',')}`;
