import { expect, test } from 'vitest';
import { loopPoints } from './self-loop';

const card = { x: 100, y: 100, width: 200, height: 80 };
const ys = (points: readonly { readonly y: number }[]) => points.map(({ y }) => y);

test('a flow to itself goes round the upper corner, and a second one round the first', () => {
  expect(Math.min(...ys(loopPoints(card, 0)))).toBe(80);
  expect(Math.min(...ys(loopPoints(card, 1)))).toBeLessThan(80);
});

test('under a heading it goes round the lower corner, unless a card is in the way there', () => {
  const heading = { x: 80, y: 64, width: 220, height: 34 };
  const below = { x: 100, y: 190, width: 200, height: 80 };
  expect(Math.max(...ys(loopPoints(card, 0, [heading])))).toBe(200);
  expect(Math.max(...ys(loopPoints(card, 0, [heading, below])))).toBeLessThan(180);
});
