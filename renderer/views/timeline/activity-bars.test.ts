import { expect, test } from 'vitest';
import { activityBars } from './activity-bars';

const day = (date: string, events: number, lost = 0) => ({ day: date, events, sent: 0, lost });

test('a day is a bar, and where days are narrower than a bar can be seen several are one', () => {
  const days = [day('2023-03-01', 5, 1), day('2023-03-02', 7), day('2023-03-05', 2)];
  const scale = (to: string) => ({ from: Date.parse('2023-03-01'), to: Date.parse(to), width: 100 });
  const bars = (to: string) =>
    activityBars(days, scale(to)).map((bar) => [bar.from, bar.to, Math.round(bar.x), bar.events, bar.lost]);
  expect([bars('2023-03-11'), bars('2023-09-17'), bars('2023-03-04')]).toEqual([
    [
      ['2023-03-01', '2023-03-01', 0, 5, 1],
      ['2023-03-02', '2023-03-02', 10, 7, 0],
      ['2023-03-05', '2023-03-05', 40, 2, 0],
    ],
    [['2023-02-28', '2023-03-05', 0, 14, 1]],
    [
      ['2023-03-01', '2023-03-01', 0, 5, 1],
      ['2023-03-02', '2023-03-02', 33, 7, 0],
    ],
  ]);
});
