import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportPreview } from '../../../shared/contract/import-methods';
import type { Mapping } from '../../../shared/model/mapping';
import { xlsxExporter } from '../export/xlsx/xlsx-exporter';
import { importFiles } from '../import/import-files';
import { type TemporaryCase, temporaryCase } from '../testing/temporary-case';
import { importHandlers } from './import-handlers';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

async function preview(path: string, more: { mapping?: Mapping; sheet?: string } = {}) {
  const context = { hasCase: true, openCase: test.openCase } as never;
  const call = { progress: () => {} } as never;
  const handler = importHandlers['import.preview'] as (...args: unknown[]) => Promise<ImportPreview[]>;
  const [only] = await handler(context, { paths: [path], ...more }, call);
  if (only === undefined) throw new Error('no preview');
  return only;
}

async function workbook(): Promise<string> {
  const { content } = await xlsxExporter.write({
    view: 'systems',
    title: 'Estate',
    generatedAt: '2024-01-01T00:00:00.000Z',
    sources: [],
    tables: [
      { name: 'Applications', header: ['System', 'Owner', 'Badge'], rows: [['EPR', 'Ada', 'x']] },
      { name: 'Interfaces', header: ['From', 'To', 'Dataset'], rows: [['EPR', 'Hub', 'Letters']] },
    ],
  });
  return test.file('estate.xlsx', Buffer.from(content));
}

it('a workbook shown sheet by sheet is imported with every sheet that is a table', async () => {
  const path = await workbook();
  const first = await preview(path);
  const second = await preview(path, { sheet: 'Interfaces' });
  expect([first.table?.sheet, first.table?.kind, second.table?.sheet, second.table?.kind]).toEqual([
    'Applications',
    'systems',
    'Interfaces',
    'flows',
  ]);
  const { files } = await importFiles(test.openCase, [{ path, mapping: first.table?.mapping }]);
  expect(files.map(({ kind, accepted }) => [kind, accepted])).toEqual([['systems+flows+extract', 2]]);
});

it('a sheet is read as its own mapping says, or left out, and the others as they were', async () => {
  const path = await workbook();
  const found = (await preview(path)).table?.mapping;
  const mapping: Mapping = {
    ...found,
    sheets: {
      ...found?.sheets,
      Applications: { ...found?.sheets?.Applications, columns: { system: 'System', owner: 'Badge' } },
      Interfaces: { skip: true },
      sources: { skip: true },
    },
  };
  const { files } = await importFiles(test.openCase, [{ path, mapping }]);
  expect(files.map(({ kind, accepted }) => [kind, accepted])).toEqual([['systems', 1]]);
  expect((await preview(path, { mapping, sheet: 'Interfaces' })).table?.kind).toBe(null);
});

it('the question of the zone is asked for the whole workbook, with the zone that is assumed', async () => {
  const { content } = await xlsxExporter.write({
    view: 'systems',
    title: 'Estate',
    generatedAt: '2024-01-01T00:00:00.000Z',
    sources: [],
    tables: [
      { name: 'Applications', header: ['System', 'Owner'], rows: [['EPR', 'Ada']] },
      {
        name: 'Messages',
        header: ['Timestamp', 'Logged by', 'Event', 'Peer', 'Message id'],
        rows: [['13/03/2024 10:00:00', 'EPR', 'sent', 'Hub', 'm1']],
      },
    ],
  });
  const shown = await preview(test.file('log.xlsx', Buffer.from(content)));
  expect([shown.table?.sheet, shown.table?.needsZone, shown.table?.zone]).toEqual([
    'Applications',
    true,
    'Europe/London',
  ]);
});

it('a workbook that is damaged says so before it is imported', async () => {
  const damaged = await preview(test.file('damaged.xlsx', Buffer.from('PK\u0003\u0004 cut short')));
  expect([damaged.table, damaged.problem?.includes('cannot be read')]).toEqual([null, true]);
});

it('a member of an archive has its own size, and its mapping can be tried out', async () => {
  const text = 'Wann,Wer,Was,Mit\n2024-01-01T00:00:00Z,EPR,sent,Hub\n';
  const zip = zipSync({ 'logs/log.csv': strToU8(text) });
  const archive = test.file('logs.zip', Buffer.from(zip));
  const mapping: Mapping = {
    kind: 'log',
    columns: { time: 'Wann', system: 'Wer', event: 'Was', peer: 'Mit' },
  };
  const shown = await preview(join(archive, 'logs/log.csv'), { mapping });
  expect([shown.name, shown.bytes, shown.table?.fields]).toEqual([
    'logs.zip/logs/log.csv',
    text.length,
    ['time', 'system', 'event', 'peer'],
  ]);
});

it('a log of foreign words shows what each is read as, also after one is given a meaning', async () => {
  const rows = ['Gesendet', 'Verzwickt', 'Gesendet'].map((word) => `2024-01-01T00:00:00Z,A,${word},B,m`);
  const path = test.file('log.csv', `Timestamp,Logged by,Event,Peer,Message id\n${rows.join('\n')}\n`);
  const words = async (mapping?: Mapping) =>
    (await preview(path, mapping === undefined ? {} : { mapping })).table?.eventWords;
  expect(await words()).toEqual([
    { word: 'Gesendet', count: 2, kind: 'sent' },
    { word: 'Verzwickt', count: 1, kind: 'step' },
  ]);
  expect(await words({ values: { event: { Verzwickt: 'rejected' } } })).toEqual([
    { word: 'Gesendet', count: 2, kind: 'sent' },
    { word: 'Verzwickt', count: 1, kind: 'rejected' },
  ]);
});

it('a table of unknown headers is text, and is read once a person says what it holds', async () => {
  const path = test.file('log.csv', 'Eins,Zwei,Drei\nx,y,z\n');
  const unknown = await preview(path);
  const asLog = await preview(path, { mapping: { importer: 'csv', kind: 'log', columns: {} } });
  expect([unknown.importer, unknown.isText, asLog.importer, asLog.table?.kind, asLog.table?.header]).toEqual([
    null,
    true,
    'csv',
    'log',
    ['Eins', 'Zwei', 'Drei'],
  ]);
});
