import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import type { Database } from '../database';
import { RecordTable } from './record-table';

const stored = (db: Database) =>
  db.all<{ id: number; key: string }>('SELECT id, CAST(key AS TEXT) AS key FROM record ORDER BY id');

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

it('forgets what a file that failed had numbered, and gives its numbers again', () => {
  const { db } = test.openCase;
  const table = new RecordTable(db, false);
  db.exec('SAVEPOINT file');
  const first = ['a', 'b', 'a'].map((key) => table.idOf(key));
  table.write();
  table.keep();
  db.exec('RELEASE file');

  db.exec('SAVEPOINT file');
  const failed = ['c', 'a', 'd'].map((key) => table.idOf(key));
  table.write();
  table.idOf('e');
  db.exec('ROLLBACK TO file');
  db.exec('RELEASE file');
  table.restore();

  const after = ['d', 'b', 'c'].map((key) => table.idOf(key));
  table.write();
  expect({ first, failed, after, stored: stored(db) }).toEqual({
    first: [1, 2, 1],
    failed: [3, 1, 4],
    after: [3, 2, 4],
    stored: [
      { id: 1, key: 'a' },
      { id: 2, key: 'b' },
      { id: 3, key: 'd' },
      { id: 4, key: 'c' },
    ],
  });
});

it('numbers the same beyond what is held in memory, and in a case that has records already', () => {
  const { db } = test.openCase;
  const table = new RecordTable(db, false, 3);
  const ids: number[] = [];
  for (const key of ['a', 'b', 'c', 'd', 'b', 'e', 'a', 'd']) {
    ids.push(table.idOf(key));
    table.write();
  }
  table.keep();
  const later = ['e', 'f', 'c'].map((key) => new RecordTable(db, false).idOf(key));
  expect({ ids, later, count: stored(db).length }).toEqual({
    ids: [1, 2, 3, 4, 2, 5, 1, 4],
    later: [5, 6, 3],
    count: 6,
  });
});
