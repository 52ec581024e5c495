import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportInput } from '../exporter';
import { sampleInput } from '../testing/export-inputs';
import { csvExporter } from './csv-exporter';

/** A strict reader of RFC 4180, the reverse of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    const cell = match[1] ?? '';
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match[2] === ',') continue;
    if (match[2] === '' && row.length === 1 && row[0] === '') break;
    rows.push(row);
    row = [];
  }
  return rows;
}

const input = (rows: readonly (readonly (string | number | null)[])[]): ExportInput => ({
  view: 'systems',
  title: 'Systems',
  generatedAt: null,
  sources: [],
  tables: [{ name: 'systems', header: ['System', 'Note'], rows }],
});

test('every cell is read back as it was, but for an apostrophe before what would run as a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), async (rows) => {
      const { content } = await csvExporter.write(input(rows));
      const neutral = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
      expect(readCsv(String(content))).toEqual([['System', 'Note'], ...rows.map((row) => row.map(neutral))]);
    }),
  );
});

test('a map is one table of nodes and edges, none aggregated', async () => {
  const { content } = await csvExporter.write(sampleInput());
  const [header = [], ...rows] = readCsv(String(content));
  const column = (name: string) => header.indexOf(name);
  expect(rows.filter((row) => row[0] === 'nodes').length).toBe(25);
  expect(rows.filter((row) => row[0] === 'edges').length).toBe(40);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  const lost = rows.find(
    (row) => row[column('From')] === 'Clinic Letters Hub' && row[column('Lost')] === '709',
  );
  expect(lost?.[column('To')]).toBe('Message Exchange');
});
