import { existsSync, readFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { ExpectedFailure } from '../expected-failure';
import { nativeAddonPath } from './native';

export type Value = string | number | bigint | Buffer | null;

/** The narrow way in which the rest of the engine asks the case file. Statements are prepared once. */
export interface Database {
  all<R>(sql: string, ...values: Value[]): R[];
  get<R>(sql: string, ...values: Value[]): R | undefined;
  /** One row at a time, for results larger than memory. Nothing may be written meanwhile. */
  iterate<R>(sql: string, ...values: Value[]): IterableIterator<R>;
  /** Rows as arrays in column order: about a third faster than objects. */
  iterateArrays(sql: string, ...values: Value[]): IterableIterator<Value[]>;
  run(sql: string, ...values: Value[]): { readonly changes: number; readonly id: number };
  /** Runs `work` in one transaction that takes the write lock at once; throws roll it back. */
  transaction<T>(work: () => T): T;
  /** The same for work that waits: begin, await, commit, and roll back whatever goes wrong. */
  transactionAsync<T>(work: () => Promise<T>): Promise<T>;
  exec(sql: string): void;
  /**
   * Takes the file for this connection alone, where no other has it open: new pages are then written once
   * instead of twice (a rollback journal keeps only what changes). False when others have it.
   */
  takeAlone(): boolean;
  /** Ends `takeAlone`. */
  shareAgain(): void;
  /** Runs `work` with a page cache for writing on and on: what was written is not read again soon. */
  withSmallCache<T>(work: () => Promise<T>): Promise<T>;
  /** A statement to be run many times with positional values. */
  prepare(sql: string): { run(...values: Value[]): void };
  /** True while another connection's commit has not been seen, by SQLite's own change counter. */
  dataVersion(): number;
  close(): void;
}

export interface OpenOptions {
  readonly readonly?: boolean;
  readonly mustExist?: boolean;
  /**
   * Reads the file into memory first: SQLite cannot open a file in WAL mode where it may not write beside
   * it. Never written back.
   */
  readonly isSealed?: boolean;
}

/** What is read again while an analysis runs stays in memory. */
const pageCacheKibibytes = 64 * 1024;

/** Holds the index of a million records, which an import looks into for each. */
const writingCacheKibibytes = 32 * 1024;

/**
 * Opens an SQLite file with the settings every case is used with: no trusted schema, checked cells, no
 * memory mapping (a case may come from a stranger), WAL so that reading goes on during an import.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  let raw: Sqlite.Database;
  const nativeBinding = nativeAddonPath();
  try {
    raw = new Sqlite(options.isSealed ? sealedBytes(path) : path, {
      readonly: options.readonly ?? options.isSealed ?? false,
      fileMustExist: options.mustExist ?? false,
      timeout: 5000,
      ...(nativeBinding ? { nativeBinding } : {}),
    });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('foreign_keys = OFF');
    raw.pragma(`cache_size = ${-pageCacheKibibytes}`);
    raw.defaultSafeIntegers(false);
  } catch (error) {
    throw failureOf(error, path);
  }
  return wrap(raw, path);
}

/** A larger case is copied elsewhere rather than held in memory. */
const maximumSealedBytes = 1024 * 1024 * 1024;
/** Offsets of the write and read versions in the header (SQLite file format, 1.3): 2 means WAL. */
const versionOffsets = [18, 19];

function sealedBytes(path: string): Buffer {
  const isUnfinished = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  if (isUnfinished || statSync(path).size > maximumSealedBytes) {
    throw new ExpectedFailure(
      'unreadable',
      `${path} lies where nothing may be written, and ${isUnfinished ? 'has changes that are not merged yet' : 'is too large to be read into memory'}. Copy it, with what stands beside it, to a folder of your own.`,
    );
  }
  const bytes = readFileSync(path);
  for (const offset of versionOffsets) bytes[offset] = 1;
  return bytes;
}

function wrap(raw: Sqlite.Database, path: string): Database {
  const statements = new Map<string, Sqlite.Statement<unknown[], unknown>>();
  const prepared = (sql: string): Sqlite.Statement<unknown[], unknown> => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = raw.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw failureOf(error, path);
    }
  };
  const begin = (): void => {
    guarded(() => raw.exec('BEGIN IMMEDIATE'));
  };
  // A full disk has already rolled back by itself; a second ROLLBACK would hide the real error.
  const rollback = (): void => {
    if (raw.inTransaction) raw.exec('ROLLBACK');
  };
  return {
    all: <R>(sql: string, ...values: Value[]) => guarded(() => prepared(sql).all(...values) as R[]),
    get: <R>(sql: string, ...values: Value[]) => guarded(() => prepared(sql).get(...values) as R | undefined),
    iterate: <R>(sql: string, ...values: Value[]) =>
      guardedRows(() => raw.prepare(sql).iterate(...values) as IterableIterator<R>, path),
    iterateArrays: (sql: string, ...values: Value[]) =>
      guardedRows(
        () =>
          raw
            .prepare(sql)
            .raw(true)
            .iterate(...values) as IterableIterator<Value[]>,
        path,
      ),
    run: (sql: string, ...values: Value[]) =>
      guarded(() => {
        const { changes, lastInsertRowid } = prepared(sql).run(...values);
        return { changes, id: Number(lastInsertRowid) };
      }),
    transaction<T>(work: () => T): T {
      begin();
      try {
        const value = work();
        guarded(() => raw.exec('COMMIT'));
        return value;
      } catch (error) {
        rollback();
        throw error;
      }
    },
    async transactionAsync<T>(work: () => Promise<T>): Promise<T> {
      begin();
      try {
        const value = await work();
        guarded(() => raw.exec('COMMIT'));
        return value;
      } catch (error) {
        rollback();
        throw error;
      }
    },
    exec(sql: string) {
      guarded(() => raw.exec(sql));
    },
    prepare(sql: string) {
      const statement = guarded(() => raw.prepare(sql));
      return { run: (...values: Value[]) => void guarded(() => statement.run(...values)) };
    },
    takeAlone() {
      raw.pragma('busy_timeout = 0');
      try {
        return raw.pragma('main.journal_mode = TRUNCATE', { simple: true }) === 'truncate';
      } catch {
        return false;
      } finally {
        raw.pragma('busy_timeout = 5000');
      }
    },
    shareAgain() {
      guarded(() => raw.pragma('main.journal_mode = WAL'));
    },
    async withSmallCache<T>(work: () => Promise<T>): Promise<T> {
      raw.pragma(`cache_size = ${-writingCacheKibibytes}`);
      try {
        return await work();
      } finally {
        raw.pragma(`cache_size = ${-pageCacheKibibytes}`);
      }
    },
    dataVersion: () => raw.pragma('data_version', { simple: true }) as number,
    close() {
      raw.close();
    },
  };
}

/** Rows of which each may be the one that stands on a damaged page. */
function* guardedRows<R>(open: () => IterableIterator<R>, path: string): Generator<R, undefined> {
  try {
    yield* open();
  } catch (error) {
    throw failureOf(error, path);
  }
}

/** Turns SQLite's own errors into the engine's closed set; anything unknown stays what it is. */
export function failureOf(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') {
    if (error instanceof TypeError && /directory does not exist/i.test(error.message)) {
      return new ExpectedFailure(
        'unreadable',
        `${path}: the folder does not exist. Create it or choose another.`,
      );
    }
    return error;
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new ExpectedFailure(
      'locked',
      `${path} is being written by another process. Wait for it to finish or close it.`,
    );
  }
  if (code === 'SQLITE_NOTADB') return new ExpectedFailure('not-a-case', `${path} is not a case file.`);
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new ExpectedFailure(
      'damaged',
      `${path} is damaged (${(error as Error).message}). Its sources are unharmed: make a new case from them, or use a copy.`,
    );
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new ExpectedFailure(
      'disk-full',
      `The disk is full. ${path} was left as it was; free some space and try again.`,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new ExpectedFailure(
      'unreadable',
      `${path} cannot be opened. Check that it exists and that you may read it.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return new ExpectedFailure(
      'unreadable',
      `${path} cannot be written. Check its permissions or copy it elsewhere.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new ExpectedFailure(
      'unreadable',
      `${path} could not be read or written (${(error as Error).message}).`,
    );
  }
  return error;
}
