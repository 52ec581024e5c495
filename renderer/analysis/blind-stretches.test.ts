import { expect, test } from 'vitest';
import { blindStretches } from './blind-stretches';

const day = (n: number) => `2024-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const ms = (n: number) => Date.parse(day(n));
const span = (from: number, to: number) => ({ from: day(from), to: day(to) });
const word = (from: number, to: number, isCovered: boolean) => ({
  ...span(from, to),
  id: from,
  isCovered,
  reason: 'the operators’ diary',
  author: 'Ann',
  at: day(30),
});

test('a log cannot speak before it, after it, in its gaps and where a person says so', () => {
  expect(
    blindStretches({ spans: [span(2, 5), span(8, 12), span(14, 20)], corrections: [word(12, 14, false)] }),
  ).toEqual([
    { from: Number.NEGATIVE_INFINITY, to: ms(2), isSaid: false },
    { from: ms(5), to: ms(8), isSaid: false },
    { from: ms(12), to: ms(14), isSaid: true },
    { from: ms(20), to: Number.POSITIVE_INFINITY, isSaid: false },
  ]);
});

test('a system without a log is never covered', () => {
  expect(blindStretches(undefined)).toEqual([
    { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, isSaid: false },
  ]);
});
