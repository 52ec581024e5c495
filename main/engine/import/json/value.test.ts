import { expect, test } from 'vitest';
import { entries, list, member, text } from './value';

test('only own members count', () => {
  const value: unknown = JSON.parse(
    '{"__proto__": {"a": " x "}, "n": 3, "l": [1, {"b": true}], "blank": " "}',
  );
  expect([
    text(value, '__proto__', 'a'),
    text(value, 'toString'),
    text(value, 'n'),
    text(value, 'l', 1, 'b'),
    text(value, 'blank'),
    member(value, 'constructor'),
    list(value, 'l').length,
    list(value, 'n').length,
    entries(value, '__proto__'),
    entries(value, 'l'),
  ]).toEqual(['x', null, '3', 'true', null, undefined, 2, 0, [['a', ' x ']], []]);
});
