import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { nifiImporter } from './nifi';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'provenance.json');

function written(content: string | Buffer, name = 'provenance.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nifi-')), name);
  writeFileSync(path, content);
  return path;
}

test('provenance reads as its golden result, without a password of an address', async () => {
  const json = `${JSON.stringify(await readWith(nifiImporter, fixture), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('fixtures/expected.json');
  expect(json).not.toContain('secret');
});

test('the mapping names the engine and its neighbours', async () => {
  const { events, notes } = await readWith(nifiImporter, fixture, {
    constants: { system: 'Trust Integration Engine' },
    values: { peer: { 'pas.quay.example:6661': 'PAS', 'lab.harbour.example': 'LIS' } },
  });
  expect(events.filter(({ peer }) => peer).map((e) => [e.system, e.kind, e.peer, e.message])).toEqual([
    ['Trust Integration Engine', 'received', 'PAS', 'M1'],
    ['Trust Integration Engine', 'sent', 'LIS', 'M1'],
  ]);
  expect(notes).toHaveLength(1);
});

test('one event a line, compressed and in another encoding it reads the same', async () => {
  const content = readFileSync(fixture, 'utf8');
  const lines = (JSON.parse(content) as unknown[]).map((event) => JSON.stringify(event)).join('\n');
  const events = async (path: string) =>
    (await readWith(nifiImporter, path)).events.map(({ line, ...event }) => event);
  const plain = await events(fixture);
  expect(await events(written(lines, 'events.ndjson'))).toEqual(plain);
  expect(await events(written(gzipSync(content), 'p.json.gz'))).toEqual(plain);
  expect(await events(written(Buffer.from(`\uFEFF${content}`, 'utf16le')))).toEqual(plain);
});

test.each([
  ['is empty', ''],
  ['is other JSON', '[{"eventType": "START"}]'],
  ['is cut within the first event', '[{"eventType": "SE'],
])('a file that %s is refused', async (_, content) => {
  await expect(readWith(nifiImporter, written(content))).rejects.toMatchObject({ code: 'no-events' });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    nifiImporter.detect(await probeFile({ path: written(content, 'x.txt') }))?.summary;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect('[{"eventType": "SEND", "entityId": "f1", "entityType": "table"}]'),
    await detect('eventType,entityId\nSEND,f1\n'),
  ]).toEqual(['NiFi provenance, 7 events', undefined, undefined]);
});
