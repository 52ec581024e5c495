import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureRuns } from './figure-runs';

test('figures with separators stand apart from the words around them', () => {
  expect(figureRuns('In 26,103 lines of 5 February 2024, 09:31 UTC')).toEqual([
    { text: 'In ', isFigure: false },
    { text: '26,103', isFigure: true },
    { text: ' lines of 5 February ', isFigure: false },
    { text: '2024,', isFigure: true },
    { text: ' ', isFigure: false },
    { text: '09:31', isFigure: true },
    { text: ' UTC', isFigure: false },
  ]);
});

test('the runs of any text are that text', () => {
  const characters = fc.constantFrom('1', '7', ',', '.', ':', ' ', 'a', '\n', 'é');
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      expect(figureRuns(text).map((run) => run.text)).not.toContain('');
      expect(
        figureRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
