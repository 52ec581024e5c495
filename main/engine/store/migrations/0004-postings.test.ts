import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase } from '../case-file';
import { openDatabase } from '../database';
import { eventsOfMessages, eventsOfRecords, messagesBeginning } from '../events/postings/postings';
import { migration0001 } from './0001-case';
import { migration0002 } from './0002-reconciliation';
import { migration0003 } from './0003-held-fields';

it('a case of format 3 keeps its events, and finds them by message and record as before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-migration-'));
  const path = join(folder, 'old.whereabouts');
  const old = openDatabase(path);
  old.exec('PRAGMA journal_mode = WAL');
  old.exec(migration0001);
  old.exec(migration0002);
  old.exec(migration0003);
  old.exec('PRAGMA application_id = 0x57684162');
  old.exec('PRAGMA user_version = 3');
  old.exec(
    "INSERT INTO meta VALUES ('id', '00000000-0000-4000-8000-000000000000'), ('title', 'Old'), ('identifiers', 'kept'), ('createdAt', '2024-01-01T00:00:00.000Z'), ('revision', '3')",
  );
  old.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
    INSERT INTO event (source_id, line, time, activity_id, message, record_id)
    SELECT 1, i, i, 1, CASE WHEN i % 9 > 0 THEN 'm' || (i % 7000) END, CASE WHEN i % 7 > 0 THEN 1 + i % 300 END FROM n`);
  // A source was removed once: its ids are a hole.
  old.exec('DELETE FROM event WHERE id BETWEEN 20000 AND 25000');
  const events = old.all('SELECT * FROM event');
  const ids = (sql: string): number[] => old.all<{ id: number }>(sql).map(({ id }) => id);
  const byMessage = ids("SELECT id FROM event WHERE message = 'm77' ORDER BY id");
  const byRecord = ids('SELECT id FROM event WHERE record_id = 12 ORDER BY id');
  old.close();

  const { db } = openCase(path);
  expect(db.all('SELECT * FROM event')).toEqual(events);
  expect([
    eventsOfMessages(db, ['m77']),
    eventsOfRecords(db, [12]),
    messagesBeginning(db, 'm699', 3),
    db.all("SELECT name FROM sqlite_schema WHERE tbl_name = 'event' AND type = 'index'"),
  ]).toEqual([byMessage, byRecord, ['m699', 'm6990', 'm6991'], []]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
