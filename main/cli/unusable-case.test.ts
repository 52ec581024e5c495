import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDatabase } from '../engine/store/database';
import { run, smallCase } from './testing/small-case';

const { caseFile, data, at, file } = smallCase();

const sources = (): string => file('one.csv', 'System,Owner,Supplier\nZ,a,b\n');
const copy = (name: string, change: (path: string) => void = () => {}): string => {
  copyFileSync(caseFile, at(name));
  change(at(name));
  return at(name);
};

it.each([
  ['is not there', () => at('absent.whereabouts')],
  ['is a folder', () => data],
  ['is some other file', () => file('notes.whereabouts', 'notes, and more than a header of them')],
  ['is empty', () => file('empty.whereabouts', '')],
  [
    'is another database',
    () => {
      const db = openDatabase(at('foreign.db'));
      db.exec('CREATE TABLE IF NOT EXISTS t (x)');
      db.close();
      return at('foreign.db');
    },
  ],
  [
    'was written by a newer version',
    () =>
      copy('newer.whereabouts', (path) => {
        const db = openDatabase(path);
        db.exec('PRAGMA user_version = 999');
        db.close();
      }),
  ],
  [
    'is cut short',
    () => copy('cut.whereabouts', (path) => writeFileSync(path, readFileSync(path).subarray(0, 100_000))),
  ],
])('every command ends with 3 where the case %s', async (_, make) => {
  const path = make();
  for (const words of [
    ['import', path, sources()],
    ['systems', path],
    ['reconcile', path],
    ['trace', path, '1'],
    ['export', path, '-o', at('map.svg')],
  ]) {
    const { status, out, err } = await run(...words, '--json');
    expect([words[0], status, out, err.trim() !== '', err.includes('    at ')]).toEqual([
      words[0],
      3,
      '',
      true,
      false,
    ]);
  }
});

it('importing ends with 3 while another process writes, and reading goes on', async () => {
  const path = copy('busy.whereabouts');
  const other = openDatabase(path);
  other.exec('BEGIN IMMEDIATE');
  try {
    const imported = await run('import', path, sources(), '--json');
    const read = await run('systems', path, '--json');
    expect([imported.status, imported.out, imported.err.includes('another process'), read.status]).toEqual([
      3,
      '',
      true,
      0,
    ]);
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
}, 30_000);

it('a damaged case is found wrong by verify with 1, as far as it can be opened or not', async () => {
  const changed = copy('changed.whereabouts', (path) => {
    const db = openDatabase(path);
    db.exec("UPDATE event SET message = 'other' WHERE id = 3");
    db.close();
  });
  const cut = copy('cut.whereabouts', (path) => writeFileSync(path, readFileSync(path).subarray(0, 100_000)));
  const verified = await Promise.all([changed, cut, caseFile].map((path) => run('verify', path, '--json')));
  expect(verified.map(({ status, out }) => [status, (JSON.parse(out) as { ok: boolean }).ok])).toEqual([
    [1, false],
    [1, false],
    [0, true],
  ]);
});
