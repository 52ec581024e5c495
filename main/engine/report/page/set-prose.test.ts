import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBreak, prose, proseText, strong } from '../document/prose';
import { styles } from './page-style';
import { setProse } from './set-prose';

const textOf = (lines: ReturnType<typeof setProse>): readonly string[] =>
  lines.map(({ segments }) => segments.map(({ text }) => text).join(''));

test('a mark stays on the line of its number', () => {
  const text = prose(
    'In all of the flows there were ',
    strong('239'),
    { text: '\u00a0[3]', cites: 3 },
    ' messages',
  );
  for (let width = 60; width < 260; width += 7) {
    const lines = textOf(setProse(text, styles.body, width));
    expect(lines.filter((line) => line.includes('239')).every((line) => line.includes('239\u00a0[3]'))).toBe(
      true,
    );
  }
});

test('no line is wider than asked, and no letter is lost', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9./_-]{1,60}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.boolean()), { maxLength: 30 }),
      fc.integer({ min: 40, max: 400 }),
      (words, width) => {
        const text = words.flatMap(([one, isStrong]) => prose(isStrong ? strong(one) : one, ' '));
        const lines = setProse(text, styles.cell, width);
        expect(lines.filter((line) => line.width > width + 0.5)).toEqual([]);
        const bare = (all: string): string => all.replace(/\s/g, '');
        expect(bare(textOf(lines).join(''))).toBe(bare(proseText(text)));
      },
    ),
    { numRuns: 60 },
  );
});

test('a line break ends the line, and an empty line is none', () => {
  const text = prose(strong('Title'), lineBreak, 'words', lineBreak, lineBreak, 'more');
  const lines = textOf(setProse(text, styles.body, 400));
  expect(lines).toEqual(['Title', 'words', 'more']);
});
