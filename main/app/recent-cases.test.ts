import { expect, test } from 'vitest';
import { withCase, withoutCase } from './recent-cases';

const remembered = (path: string, openedAt = '2024-01-01T00:00:00Z') => ({ path, title: path, openedAt });

test('a case opened again moves to the head, and the list is short', () => {
  const many = Array.from({ length: 12 }, (_, index) => remembered(`${index}`));
  const again = remembered('3', '2024-02-01T00:00:00Z');
  expect(withCase(many, again)).toEqual([again, ...many.filter(({ path }) => path !== '3')]);
  expect(withCase(many, remembered('new')).map(({ path }) => path)).toEqual(
    ['new', ...many.map(({ path }) => path)].slice(0, 12),
  );
});

test('a case can be forgotten', () => {
  expect(withoutCase([remembered('a'), remembered('b')], 'a')).toEqual([remembered('b')]);
});
