import { expect, test } from 'vitest';
import type { TablePreview } from '../../../shared/contract/import-methods';
import {
  fieldsOfColumns,
  shownPart,
  withColumnField,
  withEventWord,
  withKind,
  withSheetSkipped,
  withShownPart,
  withZone,
} from './edit-mapping';

const header = ['Time', 'System', 'Note', 'Note', ''];
const mapping = { kind: 'log', columns: { time: 'Time', system: 'System' } } as const;

test('each column shows the field that stands on it, by name or by number', () => {
  expect(fieldsOfColumns({ columns: { time: 'Time', peer: 3, gone: 'Absent', far: 9 } }, header, 5)).toEqual([
    'time',
    null,
    'peer',
    null,
    null,
  ]);
});

test('a field moves from its old column to the new one, and the new one loses what it had', () => {
  expect(withColumnField(mapping, header, 1, 'time')).toEqual({ kind: 'log', columns: { time: 'System' } });
});

test('a header that occurs twice or is empty is named by its number', () => {
  expect([
    withColumnField({}, header, 3, 'message').columns,
    withColumnField({}, header, 4, 'record').columns,
  ]).toEqual([{ message: 4 }, { record: 5 }]);
});

test('a column is freed by giving it no field', () => {
  expect(withColumnField(mapping, header, 0, null).columns).toEqual({ system: 'System' });
});

test('another kind finds its columns anew and keeps the rest', () => {
  expect(withKind({ ...mapping, delimiter: ';', values: { event: { a: 'sent' } } }, 'extract')).toEqual({
    kind: 'extract',
    delimiter: ';',
  });
});

test('a zone is added to the time format that is known', () => {
  expect(withZone({ time: { format: 'dd/MM/yyyy' } }, 'Europe/London')).toEqual({
    time: { format: 'dd/MM/yyyy', zone: 'Europe/London' },
  });
});

test('a word of a log is given a meaning, and gets it taken off again', () => {
  const given = withEventWord({ kind: 'log' }, 'Abgelehnt', 'rejected');
  expect([given, withEventWord(given, 'Abgelehnt', null)]).toEqual([
    { kind: 'log', values: { event: { Abgelehnt: 'rejected' } } },
    { kind: 'log', values: { event: {} } },
  ]);
});

const workbook = { sheets: ['Systems', 'Flows'], sheet: 'Flows' } as unknown as TablePreview;
const ofWorkbook = {
  sheets: {
    Systems: { kind: 'systems', columns: { name: 'App' } },
    Flows: { kind: 'flows', time: { format: 'dd/MM/yyyy', zone: 'UTC' } },
  },
} as const;

test('the sheet shown is changed and the others are read as before', () => {
  const changed = withKind(shownPart(ofWorkbook, workbook), 'log');
  expect([
    withShownPart(ofWorkbook, workbook, changed).sheets?.Systems,
    withShownPart(ofWorkbook, workbook, changed).sheets?.Flows?.kind,
    withSheetSkipped(ofWorkbook, 'Flows', true).sheets?.Flows,
    withSheetSkipped(ofWorkbook, 'Flows', false).sheets?.Flows,
    shownPart({ sheet: 'Flows', kind: 'flows' }, workbook),
  ]).toEqual([
    ofWorkbook.sheets.Systems,
    'log',
    { skip: true },
    undefined,
    { sheet: 'Flows', kind: 'flows' },
  ]);
});

test('a zone holds for every sheet of a workbook, whose formats stay', () => {
  expect(withZone(ofWorkbook, 'Europe/Berlin')).toEqual({
    time: { zone: 'Europe/Berlin' },
    sheets: {
      Systems: ofWorkbook.sheets.Systems,
      Flows: { kind: 'flows', time: { format: 'dd/MM/yyyy' } },
    },
  });
});
