import { expect, test } from 'vitest';
import { firstWithAny, grainFor, heatMap, periodGroups, periodsBetween } from './heat-map-cells';

const day = (to: string, date: string | null, counts: Parameters<typeof heatMap>[0][number]['counts']) => ({
  from: 'A',
  to,
  day: date,
  counts,
});

test('a cell has its value, what was sent and how much of it that is', () => {
  const map = heatMap(
    [
      day('B', '2023-03-01', { delivered: 97, lost: 3 }),
      day('B', '2023-03-03', { unobservable: 6, delivered: 4 }),
    ],
    'lost',
  );
  expect(map).toEqual({
    flows: [{ from: 'A', to: 'B', name: 'A > B', total: 3 }],
    periods: ['2023-03-01', '2023-03-02', '2023-03-03'].map((date) => ({ from: date, to: date })),
    cells: [
      [
        { sent: 100, value: 3, shade: 2, isMostlyUnobservable: false, most: 'delivered' },
        null,
        { sent: 10, value: 0, shade: 0, isMostlyUnobservable: true, most: 'unobservable' },
      ],
    ],
  });
});

test('the flow that lost most comes first, and sends without a time have a column of their own', () => {
  const map = heatMap([day('B', '2023-03-01', { lost: 1 }), day('C', null, { lost: 2 })], 'lost');
  expect([
    map.flows.map((flow) => flow.name),
    map.periods,
    map.cells.map((row) => row.map((cell) => cell?.value ?? null)),
  ]).toEqual([
    ['A > C', 'A > B'],
    [{ from: '2023-03-01', to: '2023-03-01' }, null],
    [
      [null, 2],
      [1, null],
    ],
  ]);
});

test('a long time is drawn in weeks, a very long one in months, and no day is left out', () => {
  const weeks = periodsBetween('2023-01-04', '2023-12-31', 'week');
  const months = periodsBetween('2020-01-15', '2023-02-10', 'month');
  const grainOf = (first: string, last: string) => grainFor([day('B', first, {}), day('B', last, {})]);
  expect([
    grainOf('2023-01-01', '2023-04-02'),
    grainOf('2023-01-04', '2023-12-31'),
    grainOf('2020-01-15', '2023-02-10'),
    grainFor([]),
  ]).toEqual(['day', 'week', 'month', 'day']);
  expect([weeks[0], weeks[1], weeks.at(-1), months[0], months[1], months.at(-1)]).toEqual([
    { from: '2023-01-04', to: '2023-01-08' },
    { from: '2023-01-09', to: '2023-01-15' },
    { from: '2023-12-25', to: '2023-12-31' },
    { from: '2020-01-15', to: '2020-01-31' },
    { from: '2020-02-01', to: '2020-02-29' },
    { from: '2023-02-01', to: '2023-02-10' },
  ]);
});

test('what was sent is counted over every disposition and never shaded', () => {
  const map = heatMap([day('B', '2023-03-01', { delivered: 5, late: 2, lost: 1, filtered: 1 })], 'sent');
  expect(map.cells).toEqual([
    [{ sent: 9, value: 9, shade: 0, isMostlyUnobservable: false, most: 'delivered' }],
  ]);
});

test('nothing reconciled is an empty map', () => {
  expect(heatMap([], 'lost')).toEqual({ flows: [], periods: [], cells: [] });
});

test('columns stand under their month or year, those without a time under none', () => {
  const weeks = periodsBetween('2023-01-16', '2023-02-19', 'week');
  expect([
    periodGroups([...weeks, null], 'week'),
    periodGroups(periodsBetween('2022-11-01', '2023-02-10', 'month'), 'month'),
  ]).toEqual([
    [
      { from: '2023-01-16', first: 0, count: 3 },
      { from: '2023-02-06', first: 3, count: 2 },
      { from: null, first: 5, count: 1 },
    ],
    [
      { from: '2022-11-01', first: 0, count: 2 },
      { from: '2023-01-01', first: 2, count: 2 },
    ],
  ]);
});

test('what there is to see begins in the first column that has any of the measure', () => {
  const days = [day('B', '2023-03-01', { delivered: 5 }), day('B', '2023-03-04', { lost: 1 })];
  expect([firstWithAny(heatMap(days, 'lost')), firstWithAny(heatMap(days, 'late'))]).toEqual([3, -1]);
});
