import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase } from '../case-file';
import { openDatabase } from '../database';
import { migration0001 } from './0001-case';
import { migration0002 } from './0002-reconciliation';

it('a case of format 2 keeps its column edges, and none of their ends is in a system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-migration-'));
  const path = join(folder, 'old.whereabouts');
  const old = openDatabase(path);
  old.exec('PRAGMA journal_mode = WAL');
  old.exec(migration0001);
  old.exec(migration0002);
  old.exec('PRAGMA application_id = 0x57684162');
  old.exec('PRAGMA user_version = 2');
  old.exec(
    "INSERT INTO meta VALUES ('id', '00000000-0000-4000-8000-000000000000'), ('title', 'Old'), ('identifiers', 'kept'), ('createdAt', '2024-01-01T00:00:00.000Z'), ('revision', '3')",
  );
  old.exec("INSERT INTO dataset (id, name, name_key) VALUES (1, 'T', 't')");
  old.exec("INSERT INTO field (id, dataset_id, name, name_key) VALUES (1, 1, 'a', 'a'), (2, 1, 'b', 'b')");
  old.exec('INSERT INTO field_flow (id, from_field_id, to_field_id) VALUES (7, 1, 2), (9, 2, 1)');
  old.close();

  const opened = openCase(path);
  const version = opened.db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  expect(opened.db.all('SELECT * FROM field_edge ORDER BY id')).toEqual([
    { id: 7, from_field_id: 1, from_system_id: null, to_field_id: 2, to_system_id: null },
    { id: 9, from_field_id: 2, from_system_id: null, to_field_id: 1, to_system_id: null },
  ]);
  expect([version >= 3, existsSync(`${path}.before-format-${version}`)]).toEqual([true, true]);
  opened.db.close();
  rmSync(folder, { recursive: true, force: true });
});
