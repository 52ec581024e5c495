import { expect, test } from 'vitest';
import { titleSize } from './title-size';

test('a short name is written large, a long one smaller, and a very long one no smaller than can be read', () => {
  const card = { width: 208, height: 80 };
  const sizes = ['CRP', 'Larkspur Patient Administration: received', 'a '.repeat(400)].map((name) =>
    titleSize(name, card),
  );
  expect(sizes[0]).toBe(34);
  expect(sizes[1]).toBeLessThan(30);
  expect(sizes[1]).toBeGreaterThan(15);
  expect(sizes[2]).toBe(12);
});
