import { expect, test } from 'vitest';
import { columnWidths, wantedWidths } from './column-widths';
import type { Column } from './table-rows';

interface Row {
  readonly name: string;
  readonly count: number;
}
const name: Column<Row> = { id: 'name', title: 'Name', width: 100, grows: true, value: (row) => row.name };
const count: Column<Row> = { id: 'count', title: 'Count', width: 60, value: (row) => row.count };
const columns = [name, count];
const measure = { cell: (text: string) => text.length * 10, heading: (text: string) => text.length * 10 };
const rows = [
  { name: 'Causeway Integration Engine', count: 3 },
  { name: 'Hub', count: 12 },
];

test('a column wants its longest text, or its heading where that is longer', () => {
  expect(wantedWidths(rows, columns, measure)).toEqual([300, 92]);
});

test('a column that draws itself keeps its own width unless it says its text', () => {
  const drawn: Column<Row> = { ...name, render: (row) => row.name };
  expect([
    wantedWidths(rows, [drawn], measure),
    wantedWidths(rows, [{ ...drawn, text: (row) => row.name }], measure),
  ]).toEqual([[100], [300]]);
});

test('a number that is drawn with separators has room for them', () => {
  const drawn: Column<Row> = { ...count, align: 'end', render: (row) => row.count };
  expect(wantedWidths([{ name: '', count: 1_234_567 }], [drawn], measure)).toEqual([116]);
});

test('a column of numbers never gives way: a number cut short would be another', () => {
  const numbers: Column<Row> = { ...count, align: 'end' };
  const wide = (text: string) => [...text].reduce((width, sign) => width + (sign === '1' ? 5 : 10), 0);
  const [wanted] = wantedWidths([{ name: '', count: 111 }], [numbers], { cell: wide, heading: () => 0 });
  expect([wanted, columnWidths([name, { ...numbers, width: 20 }], [300, 92], 200)]).toEqual([60, [108, 92]]);
});

test('of room to spare every column gets a little, and the rest stays empty', () => {
  expect([columnWidths(columns, [300, 92], 432), columnWidths(columns, [300, 92], 2000)]).toEqual([
    [320, 112],
    [348, 140],
  ]);
});

test('a column that grows and would be cut takes the room to spare, up to what is read in one line', () => {
  expect([columnWidths(columns, [560, 92], 1000), columnWidths(columns, [560, 92], 3000)]).toEqual([
    [908, 92],
    [1040, 92],
  ]);
});

test('with too little room the widest column gives way first, and nothing scrolls', () => {
  expect(columnWidths(columns, [300, 92], 300)).toEqual([208, 92]);
});

test('with less room than the columns need at least, they keep what they want and the table scrolls', () => {
  expect(columnWidths(columns, [300, 92], 120)).toEqual([300, 92]);
});
