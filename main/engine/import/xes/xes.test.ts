import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { xesImporter } from './xes';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'referrals.xes');
const realLog = resolve(here, '../../../../../shared/data/event-logs/running-example.xes');

function written(content: string | Buffer, name = 'log.xes'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'xes-')), name);
  writeFileSync(path, content);
  return path;
}

test('a log reads as its golden result', async () => {
  const collected = await readWith(xesImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('a compressed log reads the same', async () => {
  const path = written(gzipSync(readFileSync(fixture)), 'log.xes.gz');
  expect(await readWith(xesImporter, path)).toEqual(await readWith(xesImporter, fixture));
});

test('the mapping says the zone and the writer where the log does not', async () => {
  const { events } = await readWith(xesImporter, fixture, {
    time: { zone: 'America/New_York' },
    constants: { system: 'Clinic system' },
  });
  expect([events[3]?.time, events[3]?.system]).toEqual([Date.UTC(2024, 2, 2, 14) * 1000, 'Clinic system']);
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    xesImporter.detect(await probeFile({ path: written(content, 'x.txt') }));
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    (await detect('<log><trace><event><string key="a" value="b"/></event></trace></log>'))?.confidence,
    await detect('<log><entry key="1"/></log>'),
    await detect('<html><log></log></html>'),
    await detect(''),
  ]).toEqual([{ confidence: 0.97, summary: 'XES event log, 3 traces' }, 0.85, null, null, null]);
});

test('a log that is cut off keeps what stood before and rejects the torn event', async () => {
  const whole = readFileSync(fixture, 'utf8');
  const cut = whole.slice(0, whole.indexOf('Triage'));
  const { rows, accepted, rejections, warnings } = await readWith(xesImporter, written(cut));
  expect({ rows, accepted, rejections, warnings }).toEqual({
    rows: 3,
    accepted: 2,
    rejections: [
      {
        line: 36,
        code: 'xml-broken',
        message: 'The document ends inside <event>: the file is cut off. What stood before was read.',
      },
    ],
    warnings: [],
  });
});

test.each([
  ['is empty', '', 'xml-broken'],
  ['is not XML', 'time;case;step\n1;2;3\n', 'xml-broken'],
  ['breaks before the first event', '<log><trace></log>', 'xml-broken'],
  ['has no event', '<log><trace/></log>', 'no-row'],
])('a file that %s is refused', async (_name, content, code) => {
  await expect(readWith(xesImporter, written(content))).rejects.toMatchObject({ code });
});

test('another encoding is read by its declaration, and bytes that are not of it are said', async () => {
  const log = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?><log><trace><event><string key="concept:name" value="Überweisung"/></event></trace></log>`;
  const right = await readWith(xesImporter, written(Buffer.from(log('ISO-8859-1'), 'latin1')));
  const wrong = await readWith(xesImporter, written(Buffer.from(log('UTF-8'), 'latin1')));
  expect([right.events[0]?.activity, wrong.events[0]?.activity, wrong.warnings[0]?.code]).toEqual([
    'Überweisung',
    '\uFFFDberweisung',
    'wrong-encoding',
  ]);
});

test.skipIf(!existsSync(realLog))('the standard example has 6 records and 42 events', async () => {
  const { events, rejected, rows } = await readWith(xesImporter, realLog);
  const steps = new Set(events.map((event) => event.activity));
  const records = new Set(events.map((event) => event.record));
  expect([rows, rejected, events.length, records.size, steps.size, events[0]]).toEqual([
    42,
    0,
    42,
    6,
    8,
    {
      time: Date.UTC(2010, 11, 30, 13, 32) * 1000,
      system: null,
      activity: 'register request',
      kind: 'step',
      message: null,
      record: '3',
      attributes: Object.assign(Object.create(null), {
        'org:resource': 'Pete',
        Activity: 'register request',
        Resource: 'Pete',
        Costs: '50',
        'case:creator': 'Fluxicon Nitro',
      }),
      line: 23,
    },
  ]);
});
