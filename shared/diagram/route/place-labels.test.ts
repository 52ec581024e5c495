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
