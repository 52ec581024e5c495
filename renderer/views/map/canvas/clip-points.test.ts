import { expect, test } from 'vitest';
import { clipPoints } from './clip-points';

const rectangle = { x: 0, y: 0, width: 100, height: 100 };
const line = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }));

test('a line that lies inside is itself, one outside is nothing', () => {
  const inside = line([10, 10], [90, 10], [90, 90]);
  expect([clipPoints(inside, rectangle), clipPoints(line([200, 0], [200, 100]), rectangle)]).toEqual([
    [inside],
    [],
  ]);
});

test('a line that leaves and comes back is two parts, cut at the border', () => {
  expect(clipPoints(line([50, 50], [150, 50], [150, 80], [20, 80]), rectangle)).toEqual([
    line([50, 50], [100, 50]),
    line([100, 80], [20, 80]),
  ]);
});

test('a line right across keeps only what is between the borders', () => {
  expect(clipPoints(line([-5000, 40], [9000, 40]), rectangle)).toEqual([line([0, 40], [100, 40])]);
});
