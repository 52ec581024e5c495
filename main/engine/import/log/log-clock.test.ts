import { expect, test } from 'vitest';
import { compactTime, isoTime, LogClock } from './log-clock';

test('a time with an offset is taken as it stands, one without in the mapping zone, and the note counts them', () => {
  const clock = new LogClock({ time: { zone: 'Europe/London' } }, isoTime);
  const read = ['2023-07-01T10:00:00+02:00', '2023-07-01T10:00:00', '2023-13-01T10:00:00'].map((t) =>
    clock.read(t),
  );
  expect([read.map((t) => t && new Date(t / 1000).toISOString()), clock.notes()]).toEqual([
    ['2023-07-01T08:00:00.000Z', '2023-07-01T09:00:00.000Z', null],
    ['Times that name no zone, read as Europe/London: 1.'],
  ]);
});

test('without a mapping a zoneless time is UTC; an unknown zone is refused', () => {
  const clock = new LogClock({}, compactTime);
  expect([clock.read('20230701100000'), clock.notes()]).toEqual([
    Date.UTC(2023, 6, 1, 10) * 1000,
    ['Times that name no zone, read as UTC: 1.'],
  ]);
  expect(() => new LogClock({ time: { zone: 'Mars/Phobos' } }, isoTime)).toThrow('Mars/Phobos');
});
