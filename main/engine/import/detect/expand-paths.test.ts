import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { importFiles } from '../import-files';
import { expandPaths } from './expand-paths';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

let rows = 0;
const log = (): string =>
  `Timestamp,Logged by,Event,Peer,Message id\n2023-01-01T00:00:00Z,A,sent,B,m${rows++}\n`;

/** What became of each file, by its path within the test's folder. */
async function imported(path: string): Promise<readonly (readonly [string, string])[]> {
  const { files } = await importFiles(test.openCase, [{ path }]);
  return files.map((file) => [
    file.path.replace(`${test.folder}/`, ''),
    file.importer === 'none' ? (file.issues[0]?.code ?? '') : file.importer,
  ]);
}

it('walks a folder once, whatever its links, and leaves cases in it alone', async () => {
  mkdirSync(join(test.folder, 'data/sub'), { recursive: true });
  test.file('data/log.csv', log());
  test.file('data/sub/log.csv', log());
  test.file('data/.hidden', log());
  test.file('data/other.whereabouts', 'a case');
  test.file('data/other.whereabouts-wal', 'and what stands beside it');
  symlinkSync(join(test.folder, 'data'), join(test.folder, 'data/sub/loop'));
  symlinkSync('self', join(test.folder, 'data/self'));
  expect(await imported(join(test.folder, 'data'))).toEqual([
    ['data/log.csv', 'csv'],
    ['data/self', 'unreadable'],
    ['data/sub/log.csv', 'csv'],
  ]);
});

it('leaves the case out of the folder it lies in, under any name', async () => {
  test.file('log.csv', log());
  const found = await expandPaths([test.folder], join(test.folder, 'log.csv'));
  expect(found.filter(({ path }) => !path.includes('keys'))).toEqual([]);
});

it('reads every member of an archive, whatever it is called, and says what it cannot', async () => {
  const same = log();
  const zip = zipSync({
    '../up.csv': strToU8(log()),
    '__MACOSX/x': strToU8('x'),
    'a.csv': strToU8(same),
    'b.csv': strToU8(same),
    'c.csv.gz': new Uint8Array(gzipSync(log())),
    'd.zip': zipSync({ 'e.csv': strToU8(log()) }),
    'f.csv': new Uint8Array(0),
  });
  expect(await imported(test.file('all.zip', Buffer.from(zip)))).toEqual([
    ['all.zip/a.csv', 'csv'],
    ['all.zip/b.csv', 'already imported'],
    ['all.zip/c.csv.gz', 'csv'],
    ['all.zip/d.zip', 'archive'],
    ['all.zip/f.csv', 'empty'],
    ['all.zip/up.csv', 'csv'],
  ]);
});

it('refuses what is no file, and names files that are given often and never read', async () => {
  const refused = async (path: string): Promise<string> => (await imported(path))[0]?.[1] ?? '';
  expect([
    await refused('/dev/null'),
    await refused(join(test.folder, 'absent.csv')),
    await refused(join(test.file('a.csv', log()), 'inside.csv')),
    await refused(test.file('b.pdf', '%PDF-1.4')),
    await refused(test.file('c.xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'))),
    await refused(test.file('d.zip', Buffer.from(zipSync({})))),
    await refused(test.openCase.path),
  ]).toEqual(['no-file', 'unreadable', 'unreadable', 'pdf', 'old-office', 'archive', 'database']);
});

it('takes a packed log for the log that was imported before', async () => {
  const text = log();
  await imported(test.file('log.csv', text));
  expect(await imported(test.file('log.csv.gz', gzipSync(text)))).toEqual([
    ['log.csv.gz', 'already imported'],
  ]);
});

it('imports what a packed log holds before it breaks off', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `2023-01-01T00:00:00Z,A,sent,B,m${i * 7919}\n`);
  const packed = gzipSync(`Timestamp,Logged by,Event,Peer,Message id\n${lines.join('')}`);
  const { files } = await importFiles(test.openCase, [
    { path: test.file('torn.csv.gz', packed.subarray(0, packed.length / 2)) },
  ]);
  const [file] = files;
  expect([file?.importer, (file?.accepted ?? 0) > 1000, file?.issues.map((i) => i.code)]).toEqual([
    'csv',
    true,
    ['damaged-archive'],
  ]);
});

it('finds one member of an archive again by the path that a preview gave it', async () => {
  const zip = zipSync({ 'logs//a.csv': strToU8(log()), 'logs/c.csv': strToU8(log()) });
  test.file('estate.zip', Buffer.from(zip));
  const archive = join(test.folder, 'estate.zip');
  const listed = await expandPaths([archive]);
  const paths = listed.map(({ path, member }) => `${path}/${member}`);
  expect(await expandPaths(paths)).toEqual(listed);
  expect(await imported(`${archive}/logs/c.csv`)).toEqual([['estate.zip/logs/c.csv', 'csv']]);
  expect(await imported(`${archive}/logs/b.csv`)).toEqual([['estate.zip/logs/b.csv', 'unreadable']]);
});
