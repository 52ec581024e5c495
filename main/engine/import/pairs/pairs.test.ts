import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { pairsImporter } from './pairs';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'engine.log');

function written(content: string | Buffer, name = 'engine.log'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'pairs-')), name);
  writeFileSync(path, content);
  return path;
}

const detect = async (content: string) =>
  pairsImporter.detect(await probeFile({ path: written(content) }))?.summary ?? null;

test('a log of pairs reads as its golden result', async () => {
  const json = `${JSON.stringify(await readWith(pairsImporter, fixture), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('fixtures/expected.json');
});

test('a time and a word before the pairs are the time and the event', async () => {
  const lines = [
    '[2024-05-06T08:00:00.000Z] heartbeat; system=Lab',
    '[2024-05-06T08:01:00.000Z] sent; system=Lab; peer=Ward 7 Record; messageId=M1; nhsNumber=943 476 5919',
    '2024-05-06 08:02:00,500 INFO event=received system=Lab peer=Ward 7 Record, messageId=M2',
  ];
  const { events } = await readWith(pairsImporter, written(lines.join('\n')));
  expect(
    events.map(({ time, system, kind, peer, message, attributes }) => [
      time,
      system,
      kind,
      peer,
      message,
      attributes,
    ]),
  ).toEqual([
    [Date.UTC(2024, 4, 6, 8) * 1000, 'Lab', 'heartbeat', null, null, null],
    [Date.UTC(2024, 4, 6, 8, 1) * 1000, 'Lab', 'sent', 'Ward 7 Record', 'M1', null],
    [Date.UTC(2024, 4, 6, 8, 2) * 1000 + 500_000, 'Lab', 'received', 'Ward 7 Record', 'M2', { text: 'INFO' }],
  ]);
});

test('compressed and in UTF-16 it reads the same', async () => {
  const content = readFileSync(fixture, 'utf8');
  const plain = (await readWith(pairsImporter, fixture)).events;
  expect((await readWith(pairsImporter, written(gzipSync(content), 'engine.log.gz'))).events).toEqual(plain);
  expect((await readWith(pairsImporter, written(Buffer.from(`\uFEFF${content}`, 'utf16le')))).events).toEqual(
    plain,
  );
});

test('a last line that is torn is rejected, the others are read', async () => {
  const whole = readFileSync(fixture, 'utf8');
  const { accepted, rejected } = await readWith(pairsImporter, written(`${whole}time=2024-05-06T09:0`));
  expect([accepted, rejected]).toEqual([5, 2]);
});

test.each([
  ['an empty file', ''],
  [
    'sentences that name one value',
    '2024-03-01T10:00:00Z sent Birch msg=A1\n2024-03-01T10:01:00Z sent Birch msg=A2\n',
  ],
  ['prose with an equation in it', 'where x = y, and\nnothing=else of note\n'],
  ['settings', '[server]\nport=8080\nhost=example\n'],
  ['pairs that are no log', 'colour=red size=4 shape=round\ncolour=blue size=5 shape=flat\n'],
])('%s is not taken for a log', async (_, content) => {
  expect(await detect(content)).toBeNull();
  await expect(readWith(pairsImporter, written(content))).rejects.toMatchObject({ code: 'unknown-columns' });
});

test('a line longer than 64 KiB is rejected, whatever it holds', async () => {
  const content = `${readFileSync(fixture, 'utf8')}${'a=b '.repeat(20_000)}\n`;
  const { rejections } = await readWith(pairsImporter, written(content));
  expect(rejections.map(({ code }) => code)).toEqual(['no-pairs', 'long-line']);
});
