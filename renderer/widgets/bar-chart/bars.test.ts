import { expect, test } from 'vitest';
import { axisSteps, barsOfDays } from './bars';

test('a day without anything is an empty bar, so that distances are time', () => {
  expect(
    barsOfDays(
      [
        { day: '2024-02-28', values: [1, 4] },
        { day: '2024-03-01', values: [0, 2] },
      ],
      10,
    ),
  ).toEqual([
    { from: '2024-02-28', to: '2024-02-28', values: [1, 4] },
    { from: '2024-02-29', to: '2024-02-29', values: [0, 0] },
    { from: '2024-03-01', to: '2024-03-01', values: [0, 2] },
  ]);
});

test('more days than bars fit are added up, and nothing is lost', () => {
  const days = Array.from({ length: 31 }, (_, index) => ({
    day: `2024-01-${String(index + 1).padStart(2, '0')}`,
    values: [1],
  }));
  const bars = barsOfDays(days, 10);
  expect([bars.length, bars.at(-1), bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)]).toEqual([
    8,
    { from: '2024-01-29', to: '2024-01-31', values: [3] },
    31,
  ]);
});

test('no days have no bars', () => {
  expect(barsOfDays([], 10)).toEqual([]);
});

test('an axis has a few round numbers, whole where the counts are small', () => {
  expect([axisSteps(0), axisSteps(1), axisSteps(7), axisSteps(93), axisSteps(26_103)]).toEqual([
    [0],
    [0, 1],
    [0, 2, 4, 6],
    [0, 25, 50, 75],
    [0, 10_000, 20_000],
  ]);
});
