import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInput, probeFile } from '../file/open-file';
import { readLines } from './text-lines';

async function linesOf(content: string | Buffer, maximumBytes = 1000): Promise<(string | number)[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'lines-')), 'a.log');
  writeFileSync(path, content);
  const location = { path };
  const found: (string | number)[] = [];
  const input = openInput(location, await probeFile(location));
  await readLines(
    input,
    maximumBytes,
    ({ text, line, isCut }) => found.push(line, isCut ? `${text}…` : text),
    () => {},
  );
  return found;
}

test.each([
  ['line feeds', 'a\nb\n'],
  ['both', 'a\r\nb\r\n'],
  ['carriage returns', 'a\rb\r'],
  ['no end at the last', 'a\nb'],
  ['a byte order mark', '\uFEFFa\nb'],
])('lines with %s', async (_name, content) => {
  expect(await linesOf(content)).toEqual([1, 'a', 2, 'b']);
});

test('encodings are told apart line by line; UTF-16 by the file', async () => {
  const mixed = Buffer.concat([Buffer.from('é\n', 'utf8'), Buffer.from('é\n', 'latin1')]);
  expect([await linesOf(mixed), await linesOf(Buffer.from('\uFEFFé\nb', 'utf16le'))]).toEqual([
    [1, 'é', 2, 'é'],
    [1, 'é', 2, 'b'],
  ]);
});

test('a line beyond the cap is cut and the next ones keep their numbers', async () => {
  const long = 'x'.repeat(10_000_000);
  expect(await linesOf(`a\n${long}\nb\n\nc`, 10)).toEqual([
    1,
    'a',
    2,
    `${'x'.repeat(10)}…`,
    3,
    'b',
    4,
    '',
    5,
    'c',
  ]);
});
