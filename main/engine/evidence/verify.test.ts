import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VerifyReport } from '../../../shared/contract/case-methods';
import { createEngine, type Engine } from '../engine';
import { openDatabase } from '../store/database';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log = 'time,system,event,peer,message,record,ward\n2024-01-01T00:00:00Z,Ash,sent,Elm,m1,r1,North\n';
const files = {
  'systems.csv': 'System,Owner\nAsh,Alder\nElm,Birch\n',
  'log.csv': log,
  'warnings.csv': 'Date,Warning,About\n2024-01-01,Letters are missing,Elm\n',
  'numbers.csv': 'Old NHS number,New NHS number\n9434765919,9434765870\n',
};

async function answer(engine: Engine, method: string, args: unknown): Promise<unknown> {
  const outcome = await engine.call(method, args);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

async function importAll(engine: Engine): Promise<void> {
  await answer(engine, 'import.run', { files: Object.keys(files).map((name) => ({ path: at(name) })) });
}

/** The checks that find something wrong. */
async function wrongIn(path: string): Promise<readonly string[]> {
  const engine = createEngine();
  await answer(engine, 'case.open', { path });
  const { ok, checks } = (await answer(engine, 'case.verify', {})) as VerifyReport;
  engine.close();
  const wrong = checks.filter((check) => !check.ok).map(({ name, detail }) => `${name}: ${detail}`);
  expect(ok).toBe(wrong.length === 0);
  return wrong;
}

beforeAll(async () => {
  process.env.WHEREABOUTS_KEYS = at('keys');
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  const engine = createEngine();
  await answer(engine, 'case.create', { path: at('whole.whereabouts') });
  await importAll(engine);
  engine.close();
});

test('a case that only this program wrote is whole, also after a source was removed and imported again', async () => {
  expect(await wrongIn(at('whole.whereabouts'))).toEqual([]);
  copyFileSync(at('whole.whereabouts'), at('again.whereabouts'));
  const engine = createEngine();
  await answer(engine, 'case.open', { path: at('again.whereabouts') });
  const sources = (await answer(engine, 'sources.list', {})) as readonly { readonly id: number }[];
  await answer(engine, 'sources.remove', { sourceIds: sources.map(({ id }) => id), reason: 'again' });
  await importAll(engine);
  engine.close();
  expect(await wrongIn(at('again.whereabouts'))).toEqual([]);
});

test.each([
  [
    'a line of a log moved',
    'UPDATE event SET line = 7',
    'contents of log.csv: The case no longer holds its events',
  ],
  ['an event removed', 'DELETE FROM event', 'contents of log.csv: The case no longer holds its events'],
  [
    'what an inventory says changed',
    "UPDATE assertion SET value = 'Oak' WHERE value = 'Alder'",
    'contents of systems.csv: The case no longer holds its facts',
  ],
  [
    'the count of rows changed',
    "UPDATE source SET rejected = 1, rows = rows + 1 WHERE name = 'log.csv'",
    'contents of log.csv: The case no longer holds its counts of rows',
  ],
  [
    'a source hidden',
    "DELETE FROM source WHERE name = 'log.csv'",
    'sources: log.csv was imported and is no longer',
  ],
  [
    'a system renamed as shown',
    "UPDATE system SET name = 'Oak' WHERE name = 'Ash'",
    'names: the system "Oak" had another name',
  ],
  [
    'a system renamed with its key',
    "UPDATE system SET name = 'Oak', name_key = 'oak' WHERE name = 'Ash'",
    'names: the system table is not as it was when systems.csv was imported',
  ],
  [
    'an attribute of events changed',
    "UPDATE attribute_set SET json = replace(json, 'North', 'South')",
    'names: the attribute set table is not as it was when log.csv was imported',
  ],
  [
    'the words of a warning changed',
    "UPDATE warning SET text = 'All is well'",
    'contents of warnings.csv: The case no longer holds its crosswalks, warnings and counts',
  ],
  [
    'a crosswalk changed',
    'UPDATE alias SET b_record_id = a_record_id',
    'contents of numbers.csv: The case no longer holds its crosswalks, warnings and counts',
  ],
  [
    'the count of a day changed',
    'UPDATE event_day SET events = 9',
    'contents of log.csv: The case no longer holds its crosswalks, warnings and counts',
  ],
  [
    'an entry of the log changed',
    "UPDATE case_log SET actor = 'x' WHERE id = 2",
    'case log: The chain is broken: entry 2',
  ],
  [
    'an entry of the log removed',
    'DELETE FROM case_log WHERE id = 2',
    'case log: The chain is broken: entry 2',
  ],
])('%s by hand is found, and where', async (_, sql, wrong) => {
  const path = at('changed.whereabouts');
  copyFileSync(at('whole.whereabouts'), path);
  const db = openDatabase(path);
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
  db.close();
  expect(await wrongIn(path)).toContainEqual(expect.stringContaining(wrong));
});

test('a source file that is gone or has one other byte is named', async () => {
  const path = at('log.csv');
  writeFileSync(path, log.replace('m1', 'm2'));
  expect(await wrongIn(at('whole.whereabouts'))).toEqual([
    expect.stringMatching(
      /^source log\.csv: .*log\.csv has changed since it was imported: SHA-256 is .*, was /,
    ),
  ]);
  rmSync(path);
  expect(await wrongIn(at('whole.whereabouts'))).toEqual([
    expect.stringMatching(/^source log\.csv: .*log\.csv cannot be opened: there is no such file/),
  ]);
  writeFileSync(path, log);
  expect(await wrongIn(at('whole.whereabouts'))).toEqual([]);
});
