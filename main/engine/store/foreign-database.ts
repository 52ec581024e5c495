import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { nativeAddonPath } from './native';

/** A stranger's SQLite file, to be read only. Its tables are read; views and virtual tables are not seen. */
export interface ForeignDatabase {
  /** Every ordinary table with its columns, in the file's order. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** One row at a time, as arrays in column order; integers beyond 2^53 come as bigint. */
  rows(sql: string, ...values: (string | number)[]): IterableIterator<readonly unknown[]>;
  close(): void;
}

/** Why a stranger's database cannot be read, with what to do next. */
export class ForeignDatabaseProblem extends Error {
  constructor(
    readonly code: 'not-a-database' | 'damaged-database' | 'unfinished-database' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** A file in WAL mode is read from memory, because opening it in place would write files beside it. */
const maximumBytesInMemory = 1024 * 1024 * 1024;
/** Offsets of the read and write versions in the header (SQLite file format, 1.3): 2 means WAL. */
const versionOffset = 18;

/** Opens a file without ever changing it or its folder. Throws `ForeignDatabaseProblem`. */
export function openForeignDatabase(path: string): ForeignDatabase {
  const nativeBinding = nativeAddonPath();
  const options = { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) };
  return guarded(() => {
    const raw = new Sqlite(sourceOf(path), options);
    try {
      raw.pragma('trusted_schema = OFF');
      raw.pragma('cell_size_check = ON');
      raw.pragma('mmap_size = 0');
      raw.pragma('query_only = ON');
      const tables = tablesOf(raw);
      return {
        tables,
        rows: (sql, ...values) => guardedRows(raw, sql, values),
        close: () => void raw.close(),
      };
    } catch (error) {
      raw.close();
      throw error;
    }
  });
}

function sourceOf(path: string): string | Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3') {
    throw new ForeignDatabaseProblem('not-a-database', 'The file is not an SQLite database.');
  }
  if (existsSync(`${path}-journal`) && statSync(`${path}-journal`).size > 0) {
    throw unfinished('-journal');
  }
  if (header[versionOffset] !== 2) return path;
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) throw unfinished('-wal');
  const { size } = statSync(path);
  if (size > maximumBytesInMemory) {
    throw new ForeignDatabaseProblem(
      'too-large',
      'The database is in WAL mode and larger than 1 GiB. Save a copy with VACUUM INTO and import that.',
    );
  }
  const bytes = readFileSync(path);
  bytes[versionOffset] = 1;
  bytes[versionOffset + 1] = 1;
  return bytes;
}

function unfinished(suffix: string): ForeignDatabaseProblem {
  return new ForeignDatabaseProblem(
    'unfinished-database',
    `The database has changes that are not merged yet (a ${suffix} file beside it). Close the program that uses it, or save a copy with VACUUM INTO and import that.`,
  );
}

function tablesOf(raw: Sqlite.Database): ReadonlyMap<string, readonly string[]> {
  const names = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  const columns = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return new Map(names.map((name) => [name, columns.all(name) as string[]]));
}

function* guardedRows(raw: Sqlite.Database, sql: string, values: readonly (string | number)[]) {
  const rows = guarded(() =>
    raw
      .prepare(sql)
      .raw(true)
      .safeIntegers(true)
      .iterate(...values),
  );
  for (;;) {
    const next = guarded(() => rows.next());
    if (next.done === true) return;
    yield (next.value as readonly unknown[]).map(plainInteger);
  }
}

function plainInteger(value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) {
      throw new ForeignDatabaseProblem('damaged-database', `The database cannot be read: ${error.message}.`);
    }
    throw error;
  }
}
