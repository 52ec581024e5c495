import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ForeignDatabaseProblem, openForeignDatabase } from './foreign-database';
import { nativeAddonPath } from './native';

function built(sql: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'foreign-')), 'other.sqlite');
  const nativeBinding = nativeAddonPath();
  const raw = new Sqlite(path, nativeBinding === undefined ? {} : { nativeBinding });
  raw.exec(sql);
  raw.close();
  return path;
}

const refusal = (path: string): unknown => {
  try {
    const database = openForeignDatabase(path);
    return [...database.rows('SELECT * FROM t')].length;
  } catch (error) {
    return error instanceof ForeignDatabaseProblem ? error.code : error;
  }
};

const table = 'CREATE TABLE t (a, "b c"); INSERT INTO t VALUES (1, NULL), (9007199254740993, x\'00\');';

test('tables are read, views are not seen, large integers stay exact', () => {
  const database = openForeignDatabase(built(`${table} CREATE VIEW v AS SELECT 1;`));
  expect([[...database.tables], [...database.rows('SELECT a FROM t WHERE a > ?', 0)]]).toEqual([
    [['t', ['a', 'b c']]],
    [[1], [9007199254740993n]],
  ]);
  database.close();
});

test('a file in WAL mode is read without leaving anything beside it', () => {
  const path = built(`PRAGMA journal_mode = WAL; ${table}`);
  const before = readFileSync(path);
  const database = openForeignDatabase(path);
  const rows = [...database.rows('SELECT count(*) FROM t')];
  const beside = readdirSync(dirname(path));
  database.close();
  expect([rows, beside, readFileSync(path).equals(before)]).toEqual([[[2]], ['other.sqlite'], true]);
});

test('unmerged changes, damage and other files are refused with their reason', () => {
  const waiting = built(`PRAGMA journal_mode = WAL; ${table}`);
  writeFileSync(`${waiting}-wal`, 'pages');
  const damaged = built(
    `${table} WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i, i FROM n;`,
  );
  const bytes = readFileSync(damaged);
  bytes.fill(0xff, 4096);
  writeFileSync(damaged, bytes);
  const other = join(dirname(damaged), 'text');
  writeFileSync(other, 'hello');
  expect([refusal(waiting), refusal(damaged), refusal(other)]).toEqual([
    'unfinished-database',
    'damaged-database',
    'not-a-database',
  ]);
});

test('nothing can be written', () => {
  const database = openForeignDatabase(built(table));
  expect(() => [...database.rows('INSERT INTO t VALUES (1, 1) RETURNING a')]).toThrow(ForeignDatabaseProblem);
  database.close();
});
