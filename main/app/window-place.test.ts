import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOnDisplay } from './window-place';

const display = { x: 0, y: 24, width: 1280, height: 776 };

test('a window is where it was, or as much of that as the display has', () => {
  expect([
    placeOnDisplay({ x: 100, y: 80, width: 900, height: 600 }, display),
    placeOnDisplay({ x: 2100, y: 80, width: 900, height: 600 }, display),
    placeOnDisplay({ x: -40, y: -900, width: 2560, height: 1400 }, display),
  ]).toEqual([
    { x: 100, y: 80, width: 900, height: 600 },
    { x: 380, y: 80, width: 900, height: 600 },
    { x: 0, y: 24, width: 1280, height: 776 },
  ]);
});

test('whatever was remembered, all of the window is in sight', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(fc.record({ x: number, y: number, width: size, height: size }), (place) => {
      const { x, y, width, height } = placeOnDisplay(place, display);
      expect(x >= display.x && x + width <= display.x + display.width).toBe(true);
      expect(y >= display.y && y + height <= display.y + display.height).toBe(true);
    }),
  );
});
