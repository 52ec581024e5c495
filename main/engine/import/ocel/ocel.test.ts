import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { ocelImporter } from './ocel';
import { xmlOf } from './testing/xml-of';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'orders.json');
const realFolder = resolve(here, '../../../../../shared/data/ocel');

function written(content: string | Buffer, name = 'log.jsonocel'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'ocel-')), name);
  writeFileSync(path, content);
  return path;
}

const figures = async (path: string) => {
  const { rows, rejected, events, notes } = await readWith(ocelImporter, path);
  return [rows, rejected, events.length, new Set(events.map((e) => e.record)).size, notes[0]?.split('. ')[0]];
};
const expectedFigures = [13, 0, 20, 9, '9 objects, 20 links of events to objects, 7 links between objects'];

test('a log whose events stand first reads as its golden result', async () => {
  const collected = await readWith(ocelImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the XML encoding says the same as the JSON one', async () => {
  const path = written(xmlOf(JSON.parse(readFileSync(fixture, 'utf8'))), 'log.xml');
  const events = async (file: string) =>
    (await readWith(ocelImporter, file)).events.map((e) => ({ ...e, line: 0 }));
  expect(await events(path)).toEqual(await events(fixture));
});

const firstJson = JSON.stringify({
  'ocel:global-log': { 'ocel:version': '1.0' },
  'ocel:events': {
    e1: {
      'ocel:activity': 'Place',
      'ocel:timestamp': '2024-03-01T10:00:00Z',
      'ocel:omap': ['o1', 'o2'],
      'ocel:vmap': { clerk: 'Ann' },
    },
  },
  'ocel:objects': { o1: { 'ocel:type': 'Order', 'ocel:ovmap': { price: 5 } }, o2: { 'ocel:type': 'Item' } },
});
const firstXml = `<log><events><event><string key="id" value="e1"/><string key="activity" value="Place"/>
<date key="timestamp" value="2024-03-01T10:00:00Z"/><list key="omap"><string key="object-id" value="o1"/>
<string key="object-id" value="o2"/></list><list key="vmap"><string key="clerk" value="Ann"/></list></event></events>
<objects><object><string key="id" value="o1"/><string key="type" value="Order"/><list key="ovmap">
<float key="price" value="5"/></list></object><object><string key="id" value="o2"/><string key="type" value="Item"/>
</object></objects></log>`;

test.each([
  ['JSON', firstJson],
  ['XML', firstXml],
])('a log of version 1.0 in %s is read', async (encoding, content) => {
  const path = written(content, 'log.txt');
  const { events, warnings } = await readWith(ocelImporter, path);
  expect([
    ocelImporter.detect(await probeFile({ path }))?.summary,
    events.map((e) => [e.time, e.activity, e.message, e.record, { ...e.attributes }]),
    warnings,
  ]).toEqual([
    `OCEL 1.0 event log in ${encoding}`,
    [
      [
        Date.UTC(2024, 2, 1, 10) * 1000,
        'Place',
        'e1',
        'o1',
        { 'object type': 'Order', clerk: 'Ann', 'object.price': '5' },
      ],
      [Date.UTC(2024, 2, 1, 10) * 1000, 'Place', 'e1', 'o2', { 'object type': 'Item', clerk: 'Ann' }],
    ],
    [],
  ]);
});

test('a cut-off log keeps the events before the cut', async () => {
  const json = readFileSync(fixture, 'utf8');
  const xml = xmlOf(JSON.parse(json));
  const cut = async (text: string, name: string) => {
    const { rows, accepted, rejections } = await readWith(ocelImporter, written(text, name));
    return [rows, accepted, rejections.map((r) => r.code)];
  };
  expect([
    await cut(json.slice(0, json.indexOf('Stocktake')), 'log.json'),
    await cut(xml.slice(0, xml.indexOf('<objects>', xml.indexOf('Stocktake'))), 'log.xml'),
  ]).toEqual([
    [3, 2, ['cut-short']],
    [3, 2, ['xml-broken']],
  ]);
});

test('what cannot be read is refused with its reason', async () => {
  const refused = (content: string | Buffer, name: string) =>
    readWith(ocelImporter, written(content, name)).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
  const header = Buffer.from('SQLite format 3\0 event_object event_map_type');
  expect([
    await refused('{"objectTypes":[],"events":[]}', 'empty.json'),
    await refused('{"objectTypes":[', 'torn.json'),
    await refused('<log><object-types/></log>', 'empty.xml'),
    await refused(header, 'broken.sqlite'),
    await refused(gzipSync(header), 'packed.sqlite.gz'),
  ]).toEqual(['no-event', 'cut-short', 'no-row', 'damaged-database', 'compressed-database']);
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    ocelImporter.detect(await probeFile({ path: written(content, 'x') }))?.summary;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect('<?xml version="1.0"?><log><object-types/></log>'),
    await detect('<log><trace/></log>'),
    await detect('{"objects":[],"events":[]}'),
    await detect('SQLite format 3\0 something else'),
  ]).toEqual(['OCEL 2.0 event log in JSON', 'OCEL 2.0 event log in XML', undefined, undefined, undefined]);
});

test.skipIf(!existsSync(realFolder))('the real log has the same figures in all three encodings', async () => {
  const json = join(realFolder, 'ocel20_example.jsonocel');
  const xml = written(xmlOf(JSON.parse(readFileSync(json, 'utf8'))), 'log.xmlocel');
  expect([
    await figures(json),
    await figures(xml),
    await figures(join(realFolder, 'ocel20_example.sqlite')),
  ]).toEqual([expectedFigures, expectedFigures, expectedFigures]);
});

test.skipIf(!existsSync(realFolder))(
  'the database of the real log, written in local time, says the same',
  async () => {
    const steps = async (name: string, zone?: string) =>
      (
        await readWith(ocelImporter, join(realFolder, name), zone === undefined ? {} : { time: { zone } })
      ).events
        .map(({ time, activity, record, message }) => `${time} ${activity} ${record} ${message}`)
        .sort();
    expect(await steps('ocel20_example.sqlite', 'Europe/Rome')).toEqual(
      await steps('ocel20_example.jsonocel'),
    );
  },
);
