import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase } from '../case-file';
import { openDatabase } from '../database';
import { migration0001 } from './0001-case';

it('a case of format 1 is opened with everything it had, and a copy of it is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-migration-'));
  const path = join(folder, 'old.whereabouts');
  const old = openDatabase(path);
  old.exec('PRAGMA journal_mode = WAL');
  old.exec(migration0001);
  old.exec('PRAGMA application_id = 0x57684162');
  old.exec('PRAGMA user_version = 1');
  old.exec(
    "INSERT INTO meta VALUES ('id', '00000000-0000-4000-8000-000000000000'), ('title', 'Old'), ('identifiers', 'kept'), ('createdAt', '2024-01-01T00:00:00.000Z'), ('revision', '3')",
  );
  old.exec("INSERT INTO system (name, name_key) VALUES ('A', 'a')");
  old.exec("INSERT INTO activity (name, kind) VALUES ('sent', 'sent')");
  old.exec(
    "INSERT INTO event (source_id, line, time, system_id, activity_id, message) VALUES (1, 2, 3, 1, 1, 'm1')",
  );
  const tables = ['meta', 'system', 'activity', 'event'];
  const contents = tables.map((table) => old.all(`SELECT * FROM ${table}`));
  old.close();

  const opened = openCase(path);
  const version = opened.db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  expect(tables.map((table) => opened.db.all(`SELECT * FROM ${table}`))).toEqual(contents);
  expect([opened.title, version >= 2, opened.db.all('SELECT * FROM reconciliation')]).toEqual([
    'Old',
    true,
    [],
  ]);
  expect(existsSync(`${path}.before-format-${version}`)).toBe(true);
  opened.db.close();
  rmSync(folder, { recursive: true, force: true });
});
