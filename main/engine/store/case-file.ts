import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, unlinkSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { ExpectedFailure } from '../expected-failure';
import type { RecordSecret } from '../import/batch/record-secret';
import { appendToLog } from './case-log';
import { type Database, openDatabase } from './database';
import { migrations } from './migrations/migrations';
import { nameFoldedTables } from './names/folded-tables';
import { createKey, readKey } from './records/identifier-key';
import { keptKeys, pseudonymisingKeys, type RecordKeys } from './records/record-identifier';

/** "WhAb": what `file` and other tools see in the header of a case (SQLite application_id). */
const applicationId = 0x57684162;

export interface OpenCase {
  readonly path: string;
  readonly db: Database;
  readonly id: string;
  readonly title: string;
  readonly identifiers: 'pseudonymised' | 'kept';
  readonly createdAt: string;
  /** Null where identifiers are pseudonymised and this machine does not have the case's key. */
  readonly keys: RecordKeys | null;
  /** What a reading thread needs to make the same keys; meaningless where `keys` is null. */
  readonly secret: RecordSecret;
}

/** Makes an empty case. Refuses to write over anything. */
export function createCase(path: string, options: { title?: string; keepIdentifiers?: boolean }): OpenCase {
  if (existsSync(path)) {
    throw new ExpectedFailure('exists', `${path} exists already. Choose another name, or open it.`);
  }
  const id = randomUUID();
  const db = openDatabase(path);
  try {
    nameFoldedTables(db);
    db.exec('PRAGMA page_size = 8192');
    db.exec('PRAGMA main.journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    db.transaction(() => {
      for (const { sql } of migrations) db.exec(sql);
      db.exec(`PRAGMA application_id = ${applicationId}`);
      db.exec(`PRAGMA user_version = ${migrations.length}`);
      const title = options.title ?? basename(path, extname(path));
      const identifiers = options.keepIdentifiers ? 'kept' : 'pseudonymised';
      const createdAt = new Date().toISOString();
      for (const [key, value] of Object.entries({ id, title, identifiers, createdAt })) {
        db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
      }
      appendToLog(db, 'create', { id, title, identifiers }, 'person');
    });
    // Kept for both kinds: it also marks a case as this machine's own, not a stranger's.
    createKey(id);
  } catch (error) {
    db.close();
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) unlinkSync(path + suffix);
    throw error;
  }
  return describe(path, db);
}

/**
 * Opens a case. The file may come from a stranger, so before any other query its header, version and whole
 * schema are compared with what this program itself would have written.
 */
export function openCase(path: string): OpenCase {
  checkHeader(path);
  rollBackJournal(path);
  const probe = openForReading(path);
  let version: number;
  try {
    version = pragma(probe, 'user_version');
    if (pragma(probe, 'application_id') !== applicationId) {
      throw new ExpectedFailure('not-a-case', `${path} is a database of another program, not a case file.`);
    }
    if (version > migrations.length) {
      throw new ExpectedFailure(
        'newer-version',
        `${path} was written by a newer version of Whereabouts (case format ${version}; this one reads up to ${migrations.length}). Update the program; the file was not changed.`,
      );
    }
    checkSchema(probe, version, path);
  } finally {
    probe.close();
  }
  const db = openForWriting(path) ?? openForReading(path);
  try {
    nameFoldedTables(db);
    if (version < migrations.length) migrate(db, path, version);
    return describe(path, db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * An import that was killed while it had the case to itself leaves a journal of the pages to put back.
 * SQLite does so at the first read, but only through a connection that may write.
 */
function rollBackJournal(path: string): void {
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const db = openDatabase(path, { mustExist: true });
  try {
    db.get('SELECT count(*) FROM sqlite_schema');
  } finally {
    db.close();
  }
}

/** The case as it may be read anywhere, also on a medium where nothing can be written beside it. */
function openForReading(path: string): Database {
  try {
    return openDatabase(path, { readonly: true, mustExist: true });
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return openDatabase(path, { isSealed: true });
  }
}

const isUnwritable = (error: unknown): boolean =>
  error instanceof ExpectedFailure && error.code === 'unreadable';

/** The case as one works with it; null where it may only be read, as evidence on a sealed medium. */
function openForWriting(path: string): Database | null {
  let db: Database | null = null;
  try {
    db = openDatabase(path, { mustExist: true });
    // An import that was killed while it had the file to itself leaves the journal mode it worked in.
    db.exec('PRAGMA main.journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    return db;
  } catch (error) {
    db?.close();
    if (isUnwritable(error)) return null;
    throw error;
  }
}

function describe(path: string, db: Database): OpenCase {
  const meta = new Map(
    db.all<{ key: string; value: string }>('SELECT key, value FROM meta').map((m) => [m.key, m.value]),
  );
  const id = meta.get('id') ?? '';
  const identifiers = meta.get('identifiers') === 'kept' ? 'kept' : 'pseudonymised';
  const key = identifiers === 'pseudonymised' ? readKey(id) : null;
  return {
    path,
    db,
    id,
    title: meta.get('title') ?? basename(path),
    identifiers,
    createdAt: meta.get('createdAt') ?? '',
    keys: identifiers === 'kept' ? keptKeys : key && pseudonymisingKeys(key),
    secret: key ? { kind: 'pseudonymised', key } : { kind: 'kept' },
  };
}

function checkHeader(path: string): void {
  if (!existsSync(path)) {
    throw new ExpectedFailure(
      'unreadable',
      `${path}: there is no such file. Check where it is now, or make a new case.`,
    );
  }
  if (statSync(path).isDirectory())
    throw new ExpectedFailure('not-a-case', `${path} is a folder, not a case file.`);
  const header = Buffer.alloc(16);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    throw new ExpectedFailure('unreadable', `${path} cannot be opened (${(error as Error).message}).`);
  }
  try {
    readSync(handle, header, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') !== 'SQLite format 3\0') {
    throw new ExpectedFailure(
      'not-a-case',
      `${path} is not a case file. To read it as a source, import it into a case.`,
    );
  }
}

const pragma = (db: Database, name: string): number =>
  Number(Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]);

interface SchemaRow {
  type: string;
  name: string;
  sql: string | null;
}
const schemaQuery =
  "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";

function expectedSchema(version: number): readonly SchemaRow[] {
  const db = openDatabase(':memory:');
  try {
    for (const { sql } of migrations.slice(0, version)) db.exec(sql);
    return db.all<SchemaRow>(schemaQuery);
  } finally {
    db.close();
  }
}

function checkSchema(db: Database, version: number, path: string): void {
  const found = db.all<SchemaRow>(schemaQuery);
  const expected = new Map(expectedSchema(version).map((row) => [`${row.type} ${row.name}`, row.sql]));
  for (const row of found) {
    const id = `${row.type} ${row.name}`;
    if (expected.get(id) !== row.sql) {
      throw new ExpectedFailure(
        'damaged',
        `${path} has a ${row.type} "${row.name}" that this program did not write. It was not opened; make a new case from the sources.`,
      );
    }
    expected.delete(id);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) {
    throw new ExpectedFailure(
      'damaged',
      `${path} lacks the ${missing}. It was not opened; make a new case from the sources.`,
    );
  }
}

function migrate(db: Database, path: string, from: number): void {
  copyFileSync(path, `${path}.before-format-${migrations.length}`);
  migrations.slice(from).forEach((migration, index) => {
    const version = from + index + 1;
    db.transaction(() => {
      db.exec(migration.sql);
      migration.fill?.(db);
      db.exec(`PRAGMA user_version = ${version}`);
      appendToLog(db, 'migrate', { to: version }, 'program');
    });
  });
}
