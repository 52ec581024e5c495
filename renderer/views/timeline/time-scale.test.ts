import { expect, test } from 'vitest';
import { beyond, placeOf, stretchOf, ticksOf, within, withRoom, zoomed } from './time-scale';

const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
const scale = (from: string, to: string, width: number) => ({
  from: Date.parse(from),
  to: Date.parse(to),
  width,
});

test('a moment is placed by its share of the stretch', () => {
  expect(placeOf(scale('2023-01-01', '2023-01-03', 200), Date.parse('2023-01-02'))).toBe(100);
});

test('ticks are round, whatever the stretch', () => {
  expect([
    ticksOf(scale('2023-01-01T00:30', '2023-01-01T04:00', 400)).map(iso),
    ticksOf(scale('2023-01-01', '2023-01-29', 400)).map(iso),
    ticksOf(scale('2022-11-10', '2023-06-02', 500)).map(iso),
    ticksOf(scale('2015-03-01', '2023-06-02', 500)).map(iso),
  ]).toEqual([
    ['2023-01-01T01:00', '2023-01-01T02:00', '2023-01-01T03:00', '2023-01-01T04:00'],
    ['2023-01-02T00:00', '2023-01-09T00:00', '2023-01-16T00:00', '2023-01-23T00:00'],
    ['2023-01-01T00:00', '2023-04-01T00:00'],
    ['2016-01-01T00:00', '2018-01-01T00:00', '2020-01-01T00:00', '2022-01-01T00:00'],
  ]);
});

test('coming nearer keeps the moment in its place, and going back ends with the whole', () => {
  const whole = { from: Date.parse('2023-01-01'), to: Date.parse('2023-01-11') };
  const about = Date.parse('2023-01-03');
  const half = zoomed(whole, whole, 0.5, about);
  expect([
    half && [iso(half.from), iso(half.to)],
    half && zoomed(half, whole, 4, about),
    within({ from: Date.parse('2023-01-09'), to: Date.parse('2023-01-14') }, whole),
  ]).toEqual([
    ['2023-01-02T00:00', '2023-01-07T00:00'],
    null,
    { from: Date.parse('2023-01-06'), to: whole.to },
  ]);
});

test('a date years after the logs does not shrink them: it lies beyond the drawn stretch', () => {
  const logs = ['2023-01-01', '2023-04-01'].map(Date.parse);
  const near = Date.parse('2023-06-01');
  const far = Date.parse('2026-03-31');
  const drawn = { ...stretchOf([near, far], logs), width: 100 };
  expect([
    stretchOf([near], logs),
    [iso(drawn.from), iso(drawn.to)],
    [near, far, Date.parse('2019-01-01')].map((time) => beyond(drawn, time)),
    stretchOf([near, far], []),
  ]).toEqual([
    { from: logs[0], to: near },
    ['2023-01-01T00:00', '2023-06-01T00:00'],
    [null, 'after', 'before'],
    { from: near, to: far },
  ]);
});

test('the room for dates at an end is free of what is drawn to scale', () => {
  const stretch = { from: Date.parse('2023-01-01'), to: Date.parse('2023-04-01') };
  const drawn = withRoom(stretch, 1000, { before: 96, after: 0 });
  expect([placeOf(drawn, stretch.from), placeOf(drawn, stretch.to)].map(Math.round)).toEqual([96, 980]);
});
