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
