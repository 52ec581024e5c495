import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePieces } from './line-pieces';

test('a line is cut at its groups, and the outer of two nested groups is shown', () => {
  expect(
    linePieces('10:00 sent Hub', [
      { name: 'event', from: 6, to: 10 },
      { name: 'time', from: 0, to: 5 },
      { name: 'hour', from: 0, to: 2 },
    ]).map(({ text, name }) => [text, name]),
  ).toEqual([
    ['10:00', 'time'],
    [' ', null],
    ['sent', 'event'],
    [' Hub', null],
  ]);
});

test('no letter of a line is lost or doubled, whatever the groups', () => {
  const span = fc.record({ name: fc.constant('a'), from: fc.nat(30), to: fc.nat(30) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
      const within = spans.map((each) => ({ ...each, to: Math.min(each.to, text.length) }));
      expect(
        linePieces(text, within)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
