import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Database, openDatabase } from '../../database';
import { migrations } from '../../migrations/migrations';
import { forgetPostings, joinSmallRuns, rebuildPostings } from './keep-postings';
import { eachMessage, eachRecord, eventsOfMessages, eventsOfRecords, messagesBeginning } from './postings';

interface Row {
  readonly message: string | null;
  readonly record: number | null;
}

function emptyCase(): Database {
  const db = openDatabase(':memory:');
  for (const { sql } of migrations) db.exec(sql);
  return db;
}

const insert = (db: Database, { message, record }: Row): number =>
  db.run(
    'INSERT INTO event (source_id, line, activity_id, message, record_id) VALUES (1, 1, 1, ?, ?)',
    message,
    record,
  ).id;

/** What the postings say, and what a plain look at every event says. */
function bothOf(db: Database): { readonly told: unknown; readonly plain: unknown } {
  const groups = (column: string): { key: string | number; ids: string }[] =>
    db.all(
      `SELECT ${column} AS key, group_concat(id) AS ids FROM (SELECT * FROM event ORDER BY id)
       WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY ${column}`,
    );
  const told = { messages: [] as unknown[], records: [] as unknown[] };
  eachMessage(db, (ids, count, { message }) =>
    told.messages.push({ key: message.toString(), ids: ids.subarray(0, count).join(',') }),
  );
  eachRecord(db, (ids, count, { record }) =>
    told.records.push({ key: record, ids: ids.subarray(0, count).join(',') }),
  );
  return { told, plain: { messages: groups('message'), records: groups('record_id') } };
}

const texts = fc.oneof(
  fc.constantFrom('m', 'm1', 'm10', 'm2', 'é', '\u{10ffff}', 'm\u0000', 'm\u0000\u0000'),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.nat(300).map((n) => `a-long-beginning-that-all-of-these-share-${n}`),
);
const rows = fc.array(
  fc.record({ message: fc.option(texts), record: fc.option(fc.integer({ min: 1, max: 60 })) }),
  { maxLength: 120 },
);

it('finds by message and record what a look at every event finds, in any number of runs', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 5 }), (sources) => {
      const db = emptyCase();
      for (const source of sources) {
        const ids = source.map((row) => insert(db, row));
        if (ids.length > 0) rebuildPostings(db, ids[0] as number, ids.at(-1) as number);
      }
      const { told, plain } = bothOf(db);
      expect(told).toEqual(plain);
      const messages = [...new Set(sources.flat().map(({ message }) => message ?? 'absent'))];
      for (const message of messages) {
        expect([message, ...eventsOfMessages(db, [message])]).toEqual([
          message,
          ...db
            .all<{ id: number }>('SELECT id FROM event WHERE message = ? ORDER BY id', message)
            .map(({ id }) => id),
        ]);
      }
      const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);
      expect(sorted(eventsOfMessages(db, messages))).toEqual(
        db.all<{ id: number }>('SELECT id FROM event WHERE message IS NOT NULL').map(({ id }) => id),
      );
      expect(sorted(eventsOfRecords(db, [7, 3, 61]))).toEqual(
        db
          .all<{ id: number }>('SELECT id FROM event WHERE record_id IN (3, 7) ORDER BY id')
          .map(({ id }) => id),
      );
      db.close();
    }),
    { numRuns: 60 },
  );
});

it('sorts and pages a run of many thousands, with ids that differ late or only in length', () => {
  const db = emptyCase();
  const kinds = [
    (n: number) => `M${(n * 61_803) % 9973}`,
    (n: number) => `urn:uuid:0000-0000-0000-${n % 4000}`,
    (n: number) => 'x'.repeat(n % 90) + (n % 2 === 0 ? 'y' : ''),
    () => null,
  ];
  for (let n = 1; n <= 30_000; n += 1)
    insert(db, { message: kinds[n % 4]?.(n) || null, record: n % 5 === 0 ? null : 1 + ((n * 7919) % 6007) });
  rebuildPostings(db, 1, 30_000);
  const { told, plain } = bothOf(db);
  expect(told).toEqual(plain);
  expect(db.get<{ n: number }>('SELECT count(*) AS n FROM message_page')?.n).toBeGreaterThan(3);
  expect(eventsOfMessages(db, ['zzz', 'M61803', 'M1830'])).toEqual(
    db
      .all<{ id: number }>("SELECT id FROM event WHERE message IN ('zzz', 'M61803', 'M1830')")
      .map(({ id }) => id),
  );
  db.close();
});

it('lists the ids that begin with a text, over all runs, each once and in order', () => {
  const db = emptyCase();
  for (const part of [
    ['b2', 'a1', 'ab'],
    ['a1', 'a', 'ac', 'b1'],
  ]) {
    const ids = part.map((message) => insert(db, { message, record: null }));
    rebuildPostings(db, ids[0] as number, ids.at(-1) as number);
  }
  expect([
    messagesBeginning(db, 'a', 10),
    messagesBeginning(db, 'a', 2),
    messagesBeginning(db, 'c', 9),
  ]).toEqual([['a', 'a1', 'ab', 'ac'], ['a', 'a1'], []]);
  db.close();
});

it('forgets what was removed, so that an id that is given again is not found by its old message', () => {
  const db = emptyCase();
  for (const message of ['m1', 'm2', 'm3']) insert(db, { message, record: 1 });
  rebuildPostings(db, 1, 3);
  db.run('DELETE FROM event WHERE id BETWEEN 2 AND 3');
  forgetPostings(db, 2, 3);
  const again = insert(db, { message: 'm4', record: 2 });
  rebuildPostings(db, again, again);
  expect([eventsOfMessages(db, ['m2']), eventsOfMessages(db, ['m4']), eventsOfRecords(db, [1])]).toEqual([
    [],
    [again],
    [1],
  ]);
  expect(bothOf(db).told).toEqual(bothOf(db).plain);
  db.close();
});

it('keeps few runs however many small sources there are, and finds the same in them', () => {
  const db = emptyCase();
  for (let source = 0; source < 200; source += 1) {
    const id = insert(db, { message: `m${source % 17}`, record: 1 + (source % 5) });
    rebuildPostings(db, id, id);
    joinSmallRuns(db);
  }
  expect(db.get<{ n: number }>('SELECT count(*) AS n FROM event_run')?.n).toBeLessThanOrEqual(24);
  const { told, plain } = bothOf(db);
  expect(told).toEqual(plain);
  db.close();
});
