import { expect, it } from 'vitest';
import { planTimes, TimeColumn } from './time-column';

/** What the readings of one column are in UTC, hours and minutes only. */
function read(readings: readonly string[]): readonly string[] {
  const column = new TimeColumn(planTimes(readings, { zone: 'Europe/London' }) ?? fail());
  return readings.map((text) => new Date(column.read(text) / 1000).toISOString().slice(11, 16));
}
const fail = (): never => {
  throw new Error('the readings are times');
};

const autumn = (...times: readonly string[]) => times.map((time) => `29/10/2023 ${time}`);
const before = ['28/10/2023 20:00:00', '28/10/2023 21:00:00', '28/10/2023 22:00:00', '28/10/2023 23:00:00'];
const after = autumn('02:00:00', '03:00:00', '04:00:00');

it('knows the hour that strikes twice in a log of one line each hour, and what comes after it', () => {
  const readings = [...before, ...autumn('00:00:00', '01:00:00', '01:00:00', '01:47:07'), ...after];
  const newestFirst = [...readings].reverse();
  const utc = [
    '19:00',
    '20:00',
    '21:00',
    '22:00',
    '23:00',
    '00:00',
    '01:00',
    '01:47',
    '02:00',
    '03:00',
    '04:00',
  ];
  expect([read(readings), read(newestFirst)]).toEqual([utc, [...utc].reverse()]);
});

it('takes two lines on the stroke of an hour for one moment where hours show no such rhythm', () => {
  const readings = [
    before[0] ?? '',
    before[0] ?? '',
    before[3] ?? '',
    ...autumn('01:00:00', '01:00:00', '01:05:00'),
  ];
  expect(read(readings).slice(3)).toEqual(['00:00', '00:00', '00:05']);
});
