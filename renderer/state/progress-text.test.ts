import { expect, test } from 'vitest';
import { progressText } from './progress-text';

test('work that is weighed in fractions is told in whole events', () => {
  const text = progressText({
    label: 'Matching',
    unit: 'rows',
    done: 13_051.5,
    total: 26_103,
    secondsLeft: null,
  });
  expect(text).toContain('13,051 of 26,103');
});

test('a large file that is checked before its first row is stored says how far that is', () => {
  const importing = {
    label: 'log.csv',
    unit: 'bytes',
    done: 0,
    total: 2e9,
    rows: 0,
    secondsLeft: null,
  } as const;
  expect(progressText({ ...importing, checking: { done: 5e8, total: 2e9 } })).toBe(
    'log.csv · checking the file · 500 MB of 2 GB',
  );
});
