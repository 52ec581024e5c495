import { expect, test } from 'vitest';
import { formatInstant, formatPercent, withReadableTimes } from './format';

test('instants in a text of the engine are written as everywhere in the window', () => {
  const at = '2024-03-12T01:43:17.684Z';
  expect(withReadableTimes(`Sent at ${at}, case 2024-03-12, as of 2023-01-01T00:00Z.`)).toBe(
    `Sent at ${formatInstant(at)}, case 2024-03-12, as of ${formatInstant('2023-01-01T00:00Z')}.`,
  );
});

test('a share is never rounded to nothing', () => {
  expect([0, 0.0003, 0.0006, 0.044, 0.42].map(formatPercent)).toEqual([
    '0%',
    '< 0.1%',
    '0.1%',
    '4.4%',
    '42%',
  ]);
});
