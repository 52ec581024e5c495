import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase } from '../case-file';
import { appendToLog } from '../case-log';
import { openDatabase } from '../database';
import { findSystem } from '../names/keep-names';
import { findChangedName, nextNameDigests } from '../names/name-digest';
import { nameKey } from '../names/name-key';
import { migrations } from './migrations';

it('a case of format 4 keeps its names and what its log says of them, under keys with punctuation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-migration-'));
  const path = join(folder, 'old.whereabouts');
  const old = openDatabase(path);
  for (const { sql } of migrations.slice(0, 4)) old.exec(sql);
  old.exec('PRAGMA journal_mode = WAL');
  old.exec('PRAGMA application_id = 0x57684162');
  old.exec('PRAGMA user_version = 4');
  old.exec(
    "INSERT INTO meta VALUES ('id', '00000000-0000-4000-8000-000000000000'), ('title', 'Old'), ('identifiers', 'kept'), ('createdAt', '2024-01-01T00:00:00.000Z'), ('revision', '3')",
  );
  const add = (table: string, id: number, name: string): void => {
    old.run(`INSERT INTO ${table} (id, name, name_key) VALUES (?, ?, ?)`, id, name, nameKey(name));
  };
  add('system', 1, 'Ward & Theatre');
  add('system', 2, 'Ward and Theatre');
  add('dataset', 1, 'dbt_core.orders');
  old.run("INSERT INTO field (id, dataset_id, name, name_key) VALUES (1, 1, 'order_id', 'order id')");
  old.run(
    "INSERT INTO job (id, namespace, name, name_key) VALUES (1, 'dbt', 'orders-daily', 'orders daily')",
  );
  old.run("INSERT INTO activity (id, name, kind) VALUES (1, 'sent', 'sent')");
  for (const [id, name] of [
    [1, 'Ward & Theatre'],
    [2, 'Ward and Theatre'],
  ] as const) {
    old.run(
      "INSERT INTO assertion (subject_kind, subject_id, predicate, value, detail, source_id, line) VALUES ('system', ?, 'exists', 'observed', ?, ?, 2)",
      id,
      name,
      id,
    );
  }
  old.run("INSERT INTO position VALUES ('system', 'none', 'system:ward theatre', 10, 20, 1)");
  old.run("INSERT INTO position VALUES ('dataset', 'none', 'dataset:dbt core orders@ward theatre', 1, 2, 0)");
  appendToLog(old, 'import', { name: 'log.csv', names: nextNameDigests(old) }, 'person');
  old.close();

  const { db } = openCase(path);
  const keys = (table: string) =>
    db.all<{ key: string }>(`SELECT name_key AS key FROM ${table} ORDER BY id`).map(({ key }) => key);
  expect({
    system: keys('system'),
    dataset: keys('dataset'),
    field: keys('field'),
    job: keys('job'),
    positions: db
      .all<{ node: string }>('SELECT node_id AS node FROM position ORDER BY level')
      .map(({ node }) => node),
    oneSystem: findSystem(db, 'WARD_THEATRE') === findSystem(db, 'Ward and Theatre'),
    changed: findChangedName(db),
  }).toEqual({
    system: ['ward & theatre', 'ward and theatre'],
    dataset: ['dbt_core.orders'],
    field: ['order_id'],
    job: ['orders-daily'],
    positions: ['dataset:dbt_core.orders@ward & theatre', 'system:ward & theatre'],
    oneSystem: true,
    changed: null,
  });
  db.run("UPDATE system SET name = 'Oak', name_key = 'oak' WHERE id = 1");
  expect(findChangedName(db)).toBe('the system table is not as it was when log.csv was imported');
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
