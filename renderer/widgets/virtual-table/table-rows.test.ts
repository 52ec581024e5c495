import { expect, test } from 'vitest';
import { type Column, filterRows, nextSort, rowsAsCsv, rowsAsText, sortRows } from './table-rows';

interface Row {
  readonly name: string;
  readonly count: number | null;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', width: 100, value: (row) => row.name },
  { id: 'count', title: 'Count', width: 60, value: (row) => row.count },
];
const rows: readonly Row[] = [
  { name: 'Hub 10', count: 3 },
  { name: 'hub 9', count: null },
  { name: 'Archive', count: 12 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name);

test('text sorts with its numbers by size and without regard to case', () => {
  expect(names(sortRows(rows, columns, { column: 'name', direction: 'ascending' }))).toEqual([
    'Archive',
    'hub 9',
    'Hub 10',
  ]);
});

test('an empty value comes last in both directions', () => {
  expect([
    names(sortRows(rows, columns, { column: 'count', direction: 'ascending' })),
    names(sortRows(rows, columns, { column: 'count', direction: 'descending' })),
  ]).toEqual([
    ['Hub 10', 'Archive', 'hub 9'],
    ['Archive', 'Hub 10', 'hub 9'],
  ]);
});

test('no sort leaves the rows as they came', () => {
  expect(sortRows(rows, columns, null)).toBe(rows);
});

test('a filter wants every word, each in any column', () => {
  expect([
    names(filterRows(rows, columns, 'hub 3')),
    names(filterRows(rows, columns, 'HUB')),
    filterRows(rows, columns, ' '),
  ]).toEqual([['Hub 10'], ['Hub 10', 'hub 9'], rows]);
});

test('a heading click goes through ascending, descending and none', () => {
  const first = nextSort(null, 'name');
  const second = nextSort(first, 'name');
  expect([first, second, nextSort(second, 'name'), nextSort(second, 'count')]).toEqual([
    { column: 'name', direction: 'ascending' },
    { column: 'name', direction: 'descending' },
    null,
    { column: 'count', direction: 'ascending' },
  ]);
});

test('copied rows carry their heading and their citation, and no cell breaks the grid', () => {
  expect(
    rowsAsText([{ name: 'A\tB\nC', count: null }], columns, { title: 'Source', of: () => 'systems.csv:4' }),
  ).toBe('Name\tCount\tSource\nA B C\t\tsystems.csv:4');
});

test('a column that sorts by rank is copied, saved and found by its word', () => {
  const rank: Column<Row> = {
    id: 'rank',
    title: 'Rank',
    width: 60,
    value: (row) => row.count,
    said: (row) => ((row.count ?? 0) > 5 ? 'high' : 'low'),
  };
  const [, , archive] = rows;
  expect([
    names(filterRows(rows, [rank], 'high')),
    rowsAsText(archive ? [archive] : [], [rank], null),
    rowsAsCsv(archive ? [archive] : [], [rank], { title: 'Source', of: () => '=a.csv:1' }),
  ]).toEqual([['Archive'], 'Rank\nhigh', "Rank,Source\r\nhigh,'=a.csv:1\r\n"]);
});
