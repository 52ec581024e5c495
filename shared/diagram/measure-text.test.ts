import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayText } from './display-text';
import { textWidth, truncate, wrapText } from './measure-text';

describe('textWidth', () => {
  test("adds up Inter's own advances", () => {
    // Inter 4.001: "i" is 496 of 2048 units wide in regular.
    expect([
      textWidth('', 13, 400),
      textWidth('i', 20.48, 400),
      textWidth('Hi', 20.48, 700) > textWidth('Hi', 20.48, 400),
    ]).toEqual([0, 4.96, true]);
  });
});

describe('truncate', () => {
  test('never exceeds the width, and keeps what fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const cut = truncate(text, 11, 400, width);
        expect(textWidth(cut, 11, 400)).toBeLessThanOrEqual(width);
        if (textWidth(text, 11, 400) <= width) expect(cut).toBe(text);
      }),
    );
  });
});

describe('wrapText', () => {
  test('breaks at spaces and after hyphens, slashes, dots and underscores', () => {
    expect(wrapText('Outlook Dictation Service and Transcription Gateway', 13, 600, 184, 2)).toEqual([
      'Outlook Dictation Service',
      'and Transcription Gateway',
    ]);
    expect(wrapText('nhs-wales-radiology_reporting.store', 13, 600, 120, 3)).toEqual([
      'nhs-wales-',
      'radiology_',
      'reporting.store',
    ]);
  });

  test('ends in an ellipsis what does not fit in the last line', () => {
    expect(wrapText('one two three four five six seven eight nine', 13, 600, 80, 2)).toEqual([
      'one two',
      'three four…',
    ]);
  });

  test('fits every line, in no more lines than allowed, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: 'grapheme' }),
        fc.integer({ min: 1, max: 4 }),
        (text, lines) => {
          const broken = wrapText(displayText(text), 13, 600, 184, lines);
          expect(broken.length).toBeLessThanOrEqual(lines);
          for (const line of broken) {
            // One character wider than a line still stands alone on it.
            if ([...line].length > 1) expect(textWidth(line, 13, 600)).toBeLessThanOrEqual(184);
          }
        },
      ),
    );
  });
});

describe('displayText', () => {
  test('leaves no control, invisible or directional character, and no broken surrogate', () => {
    expect(displayText('a\u0000b\u202Ec\u200Bd\ud800e\tf\r\ng  h\uFEFF')).toBe('a b c d e f g h');
    expect(displayText('مختبر 検査 🧪 Ærø')).toBe('مختبر 検査 🧪 Ærø');
  });
});
