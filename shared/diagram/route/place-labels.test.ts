import { expect, test } from 'vitest';
import { labelForms } from './label-size';
import { placeLabels } from './place-labels';

test('the words of two short lines side by side do not cover one another', () => {
  const lines = [
    { id: 'a', words: ['700 sent', '42 s'], y: 0 },
    { id: 'b', words: ['690 sent', '13 lost'], y: 18 },
  ].map(({ id, words, y }) => ({
    id,
    points: [
      { x: 0, y },
      { x: 110, y },
    ],
    forms: labelForms(words),
  }));
  const [a, b] = [...placeLabels(lines, [], []).values()];
  if (a === undefined || b === undefined) throw new Error('both have words');
  const isApart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  expect(isApart).toBe(true);
});

test('words stand on their line or wholly beside it, and not on its corners', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 90, y: 0 },
    { x: 90, y: 200 },
    { x: 180, y: 200 },
  ];
  const box = placeLabels([{ id: 'a', points, forms: labelForms(['1,543 sent', '56 lost']) }], [], []).get(
    'a',
  );
  if (box === undefined) throw new Error('it has words');
  const isIn = ({ x, y }: { x: number; y: number }) =>
    x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  expect(points.some(isIn)).toBe(false);
  const middle = box.x + box.width / 2;
  expect(Math.abs(middle - 90) < 1 || box.x > 90 || box.x + box.width < 90).toBe(true);
});

test('words that are wider than the way between two cards reach into neither as far as its text', () => {
  const cards = [
    { x: 0, y: 0, width: 200, height: 96 },
    { x: 276, y: 0, width: 200, height: 96 },
  ];
  const line = {
    id: 'a',
    points: [
      { x: 200, y: 48 },
      { x: 276, y: 48 },
    ],
    forms: labelForms(['none known lost', 'of 1,532']),
  };
  const box = placeLabels([line], cards, []).get('a');
  if (box === undefined) throw new Error('it has words');
  expect(box.width).toBeGreaterThan(76);
  expect(box.x).toBeGreaterThan(200 - 11);
  expect(box.x + box.width).toBeLessThan(276 + 11);
});
