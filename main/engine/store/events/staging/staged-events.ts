import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Database, failureOf } from '../../database';
import { type EventRow, longestMessage } from './event-record';
import { StagingFile } from './staging-file';

/** SQLite attaches ten databases at most, and lets none go before the transaction ends. */
const mostFiles = 9;
/** Each file is twice as large as the one before: the last is copied when all else is done, and is small. */
const rowsOfFirstFile = 131_072;

/**
 * Events on their way into a case in an import's transaction, through files beside it that SQLite copies
 * from. Only large imports come here: each file costs some milliseconds.
 */
export class StagedEvents {
  readonly #db: Database;
  readonly #path: string;
  readonly #tableSql: string;
  readonly #attached: string[] = [];
  #file: StagingFile | null = null;
  #files = 0;

  constructor(db: Database, casePath: string) {
    this.#db = db;
    this.#path = resolve(casePath);
    this.#tableSql =
      db.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'event'")?.sql ??
      '';
  }

  /**
   * Takes a row, whose id follows that of the one before. False where it has to be inserted in the ordinary
   * way, after `flush`: its message is too long, or as many files were used as there can be.
   */
  add(row: EventRow, messages: Uint8Array, from: number, to: number): boolean {
    if (to - from > longestMessage) return false;
    const file = this.#file ?? this.#nextFile();
    if (!file) return false;
    try {
      file.add(row, messages, from, to);
    } catch (error) {
      throw failureOf(error, this.#path);
    }
    if (file.rows >= rowsOfFirstFile * 2 ** this.#files || file.isFull) this.flush();
    return true;
  }

  /** Copies what was taken into the case. */
  flush(): void {
    const file = this.#file;
    if (!file) return;
    this.#file = null;
    const name = `staged_${this.#files}`;
    const path = this.#pathOf(this.#files);
    this.#files += 1;
    try {
      file.finish();
    } catch (error) {
      throw failureOf(error, this.#path);
    }
    this.#db.run(`ATTACH ? AS ${name}`, path);
    this.#attached.push(name);
    // Each page is read once, and each file has a cache of its own.
    this.#db.exec(`PRAGMA ${name}.cache_size = 8`);
    // As it stands, without a condition or an order, SQLite copies cells and not values.
    this.#db.exec(`INSERT INTO main.event SELECT * FROM ${name}.event`);
  }

  /** Forgets what was taken and not yet copied. */
  discard(): void {
    this.#file?.close();
    this.#file = null;
  }

  /** Removes the files. Call when the transaction has ended. */
  close(): void {
    this.discard();
    for (const name of this.#attached.splice(0)) this.#db.exec(`DETACH ${name}`);
    removeStagingFiles(this.#path);
  }

  /** Null where there can be no more. */
  #nextFile(): StagingFile | null {
    if (this.#files >= mostFiles) return null;
    try {
      this.#file = new StagingFile(this.#pathOf(this.#files), this.#tableSql);
    } catch {
      // No file can be made beside the case: statements need none.
      this.#files = mostFiles;
    }
    return this.#file;
  }

  #pathOf(file: number): string {
    return `${this.#path}${ending}${file}`;
  }
}

const ending = '-staged-';

/** An import that was killed leaves its files. Call only while no other import can be under way. */
export function removeStagingFiles(casePath: string): void {
  const folder = dirname(casePath);
  const prefix = `${basename(casePath)}${ending}`;
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
}
