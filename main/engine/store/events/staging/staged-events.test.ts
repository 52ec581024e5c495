import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../database';
import { migrations } from '../../migrations/migrations';
import { InsertEvents } from '../insert-events';
import type { EventRow } from './event-record';
import { removeStagingFiles, StagedEvents } from './staged-events';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staged-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Event = Omit<EventRow, 'id' | 'source'> & { readonly message: string };

function emptyCase(path = ':memory:'): Database {
  const db = openDatabase(path);
  db.exec('PRAGMA page_size = 8192');
  for (const { sql } of migrations) db.exec(sql);
  return db;
}

const rowsOf = (db: Database): unknown => ({
  events: db.all('SELECT *, typeof(time) AS kind, typeof(message) AS text FROM event ORDER BY id'),
  integrity: db.all('PRAGMA integrity_check'),
});

/** The same events by statements and by staging; rows that staging refuses are inserted, as an import does. */
function bothWays(events: Iterable<Event>, flushAfter: number): readonly [unknown, unknown] {
  const plain = emptyCase();
  const other = emptyCase();
  const inserted = new InsertEvents(plain, 3);
  const refused = new InsertEvents(other, 3);
  const staged = new StagedEvents(other, join(folder, 'staged'));
  other.transaction(() => {
    let id = 0;
    for (const { message, ...rest } of events) {
      const row: EventRow = { id: ++id, source: 3, ...rest };
      const bytes = Buffer.from(`before${message}`);
      inserted.add(row, bytes, 6, bytes.length);
      refused.flush();
      if (!staged.add(row, bytes, 6, bytes.length)) {
        staged.flush();
        refused.add(row, bytes, 6, bytes.length);
      }
      if (id % flushAfter === 0) staged.flush();
    }
    inserted.flush();
    refused.flush();
    staged.flush();
  });
  staged.close();
  const result = [rowsOf(plain), rowsOf(other)] as const;
  plain.close();
  other.close();
  return result;
}

const id = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.constantFrom(32_767, 32_768, 8_388_607, 8_388_608, 2 ** 31 - 1),
);
const message = fc.oneof(
  fc.string({ maxLength: 70, unit: 'grapheme' }),
  fc.constantFrom('', 'x'.repeat(57), 'x'.repeat(58), 'x'.repeat(2048), 'x'.repeat(2049)),
);
const event: fc.Arbitrary<Event> = fc.record({
  line: id,
  time: fc.oneof(
    fc.constantFrom(
      Number.NaN,
      0,
      -1,
      -62_135_596_800_000_000,
      2 ** 53 - 1,
      2 ** 51,
      2 ** 51 - 1,
      -(2 ** 51),
      -(2 ** 51) - 1,
      0.25,
      1e300,
    ),
    fc.integer({ min: 0, max: 2 ** 51 }),
  ),
  system: id,
  activity: id,
  peer: id,
  record: id,
  attributes: id,
  message,
});

it('brings into the case what statements bring, whatever the values and however often it is copied', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (events, flushAfter) => {
      const [plain, staged] = bothWays(events, flushAfter);
      expect(staged).toEqual(plain);
    }),
    { numRuns: 30 },
  );
});

it('fills many pages, and ids that need one to four bytes', () => {
  function* events(): Generator<Event> {
    for (let n = 0; n < 40_000; n += 1) {
      const numbers = {
        line: n + 2,
        time: 1_700_000_000_000_000 + n,
        system: n % 9,
        activity: 1,
        peer: n % 7,
      };
      yield {
        ...numbers,
        record: (n * 7919) % 70_001,
        attributes: n % 3,
        message: `M${'0'.repeat(n % 200)}${n}`,
      };
    }
  }
  const [plain, staged] = bothWays(events(), 39_000);
  expect(staged).toEqual(plain);
});

it('leaves no file behind, nor one of an import that was killed', () => {
  const path = join(folder, 'case');
  const db = emptyCase(path);
  const killed = new StagedEvents(db, path);
  const numbers = { line: 1, time: 1, system: 1, activity: 1, peer: 1, record: 1, attributes: 1 };
  killed.add({ id: 1, source: 1, ...numbers }, Buffer.from('m'), 0, 1);
  expect(readdirSync(folder)).toEqual(['case', 'case-staged-0']);
  killed.discard();
  removeStagingFiles(path);
  const staged = new StagedEvents(db, path);
  db.transaction(() => {
    staged.add({ id: 1, source: 1, ...numbers }, Buffer.from('m'), 0, 1);
    staged.flush();
  });
  staged.close();
  expect([readdirSync(folder), db.all('SELECT message FROM event')]).toEqual([['case'], [{ message: 'm' }]]);
  db.close();
});
