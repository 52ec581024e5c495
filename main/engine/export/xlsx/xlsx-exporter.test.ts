import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSheet } from '../../import/xlsx/read-sheet';
import { openWorkbook } from '../../import/xlsx/workbook';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import type { ExportInput } from '../exporter';
import { xlsxExporter } from './xlsx-exporter';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

const rows = [
  ['=1+1', 12.5, true, null],
  ['<b>&amp;', -3, false, 'two\nlines'],
  ['@SUM(A1)', 0, null, '\u0001 control, 漢字, 😀'],
];
const input: ExportInput = {
  view: 'systems',
  title: 'Case',
  generatedAt: '2024-01-01T00:00:00.000Z',
  sources: [{ name: 'a.csv', sha256: 'f'.repeat(64) }],
  tables: [{ name: 'systems', header: ['Text', 'Number', 'Yes or no', 'More'], rows }],
};

it('writes what it reads back, with text that looks like a formula as text', async () => {
  const { content } = await xlsxExporter.write(input);
  const workbook = await openWorkbook(test.file('out.xlsx', Buffer.from(content)));
  const read: string[][] = [];
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  await readSheet(workbook, sheet, (cells) => read.push([...cells]));
  expect([workbook.sheets.map((s) => s.name), read]).toEqual([
    ['systems', 'sources'],
    [
      ['Text', 'Number', 'Yes or no', 'More'],
      ['=1+1', '12.5', 'yes'],
      ['<b>&amp;', '-3', 'no', 'two\nlines'],
      ['@SUM(A1)', '0', '', '\ufffd control, 漢字, 😀'],
    ],
  ]);
});

it('writes the same bytes for the same case', async () => {
  const [a, b] = [await xlsxExporter.write(input), await xlsxExporter.write(input)];
  expect(Buffer.from(a.content).equals(Buffer.from(b.content))).toBe(true);
});

it('gives sheets of awkward and equal names that a reader takes', async () => {
  const table = (name: string) => ({ name, header: ['A'], rows: [['x']] });
  const tables = [table('sources'), table('only in <A> & "B"/C'), table('Only in <a> & "b" C')];
  const { content } = await xlsxExporter.write({ ...input, tables });
  const workbook = await openWorkbook(test.file('names.xlsx', Buffer.from(content)));
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
    'sources',
    'only in <A> & "B" C',
    'Only in <a> & "b" C 2',
    'sources 2',
  ]);
});

it('says how many texts are longer than a cell holds', async () => {
  const long = { name: 'long', header: ['A'], rows: [['x'.repeat(32_768)], ['x'.repeat(32_767)]] };
  const { notes } = await xlsxExporter.write({ ...input, tables: [long] });
  expect(notes).toEqual([
    '1 text is longer than a cell holds (32,767 characters) and cut. CSV and JSON keep all of it.',
  ]);
});
