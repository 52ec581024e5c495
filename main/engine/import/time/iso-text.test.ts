import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoText } from './iso-text';
import { parseTime } from './time-format';

/** Beyond the quick way, so that what it reads can be held against the slow one. */
const slowly = (text: string) =>
  parseTime(text.replace(/^(\d{4})-/, '$1/'), { kind: 'fields', order: 'ymd' });

const two = fc.integer({ min: 0, max: 70 }).map((number) => String(number).padStart(2, '0'));
const written = fc
  .tuple(
    fc.integer({ min: 1600, max: 2300 }).map(String),
    fc.constantFrom('01', '02', '04', '12', '13', '00'),
    fc.constantFrom('01', '28', '29', '30', '31', '32', '00'),
    fc.constantFrom('T', ' '),
    two,
    two,
    two,
    fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,9}$/)),
    fc.oneof(fc.constantFrom('', 'Z'), fc.stringMatching(/^[+-][01]\d:[0-6]\d$/)),
  )
  .map(([year, month, day, separator, hour, minute, second, fraction, zone]) => {
    return `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${fraction}${zone}`;
  });

test('what the quick way reads, the slow way reads as the same moment', () => {
  let read = 0;
  fc.assert(
    fc.property(written, (text) => {
      const quick = parseIsoText(text);
      if (quick === null) return;
      read += 1;
      expect(quick).toEqual(slowly(text));
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(50);
});

test('-00:00 is the offset zero either way', () => {
  const text = '2024-01-01T00:00:00-00:00';
  expect([parseIsoText(text)?.offsetMinutes, slowly(text)?.offsetMinutes]).toEqual([0, 0]);
});

test.each([
  '2024-02-30T10:00:00Z',
  '2024-13-01T10:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01T10:00:60Z',
  '2024-01-01T10:00:00.Z',
  '2024-01-01T10:00:00.1234567890Z',
  '2024-01-01T10:00:00,5Z',
  '2024-01-01T10:00:00 Z',
  '2024-01-01T10:00',
  '2O24-01-01T10:00:00Z',
])('%s is left to the slow way', (text) => {
  expect(parseIsoText(text)).toBeNull();
});
