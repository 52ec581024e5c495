import { expect, test } from 'vitest';
import type { ImportPreview, TablePreview } from '../../../shared/contract/import-methods';
import { choiceOf, chosenFiles, importArguments, openQuestions, stateOf, zoneAfter } from './file-choice';

const table: TablePreview = {
  kind: 'log',
  confidence: 0.9,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: [],
  sheet: null,
  headerRow: 1,
  header: ['Time'],
  firstRows: [],
  fields: ['time'],
  timeFormat: 'dd/MM/yyyy',
  needsZone: false,
  zone: null,
  eventWords: [],
  mapping: { kind: 'log', columns: { time: 'Time' } },
  notes: [],
};

function preview(
  name: string,
  changes: Partial<ImportPreview>,
  tableChanges: Partial<TablePreview> = {},
): ImportPreview {
  return {
    path: `/estate/${name}`,
    name,
    bytes: 10,
    importer: 'csv',
    importerTitle: 'CSV',
    problem: null,
    alreadyImported: false,
    isText: true,
    table: { ...table, ...tableChanges },
    summary: null,
    ...changes,
  };
}

const ready = choiceOf(preview('a.csv', {}));
const doubtful = choiceOf(preview('b.csv', {}, { confidence: 0.4 }));
const unzoned = choiceOf(preview('c.csv', {}, { needsZone: true }));
const assumed = choiceOf(preview('g.csv', {}, { needsZone: true, zone: 'Europe/London' }));
const unnamed = choiceOf(preview('d.csv', {}, { kind: null }));
const known = choiceOf(preview('e.csv', { alreadyImported: true }));
const unreadable = choiceOf(preview('f.bin', { importer: null, table: null, problem: 'Not a table.' }));
const all = [ready, doubtful, unzoned, unnamed, known, unreadable];

test('each file says how far it is', () => {
  expect(all.map(stateOf)).toEqual(['ready', 'doubtful', 'question', 'question', 'known', 'unreadable']);
});

test('a zone answers the question, a mapping settles the doubt', () => {
  expect([
    stateOf({ ...unzoned, mapping: { time: { zone: 'Europe/London' } }, zone: 'settled' }),
    stateOf({ ...doubtful, mapping: table.mapping }),
  ]).toEqual(['ready', 'ready']);
});

test('an assumed zone is worth a look until it is settled, whatever else is adjusted', () => {
  const adjusted = preview('g.csv', {}, { needsZone: false, zone: 'Europe/London' });
  expect([
    stateOf(assumed),
    stateOf({
      ...assumed,
      preview: adjusted,
      mapping: table.mapping,
      zone: zoneAfter(assumed.zone, adjusted),
    }),
    zoneAfter('settled', assumed.preview),
  ]).toEqual(['doubtful', 'doubtful', 'settled']);
});

test('a damaged workbook cannot be read; a cover sheet among tables is no question', () => {
  const workbook = { sheets: ['Cover', 'Flows'], sheet: 'Cover', kind: null };
  const withTables = { ...workbook, mapping: { sheets: { Flows: { kind: 'flows' as const } } } };
  const choices = [
    choiceOf(preview('h.xlsx', { table: null, problem: 'The archive cannot be read.' })),
    choiceOf(preview('i.xlsx', {}, withTables)),
    choiceOf(preview('j.xlsx', {}, { ...workbook, mapping: { sheets: {} } })),
  ];
  expect(choices.map((choice) => [stateOf(choice), choice.isIncluded])).toEqual([
    ['unreadable', false],
    ['ready', true],
    ['question', true],
  ]);
});

test('known and unreadable files are not taken, and neither is one left out', () => {
  expect([
    chosenFiles(all).map((choice) => choice.preview.name),
    openQuestions([ready, unzoned, { ...unnamed, isIncluded: false }]).map((choice) => choice.preview.name),
  ]).toEqual([['a.csv', 'b.csv', 'c.csv', 'd.csv'], ['c.csv']]);
});

test('a file is imported with the mapping that was shown', () => {
  expect(importArguments([ready, { ...doubtful, mapping: { kind: 'extract' } }])).toEqual([
    { path: '/estate/a.csv', importer: 'csv', mapping: table.mapping },
    { path: '/estate/b.csv', importer: 'csv', mapping: { kind: 'extract' } },
  ]);
});
