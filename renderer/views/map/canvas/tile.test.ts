import { expect, test } from 'vitest';
import { sceneOf } from '../testing/scene-of';
import { boundsOf, boxBounds, contains, overlaps, tileOf } from './tile';

test('a small pan keeps the tile, half a screen makes another', () => {
  const keys = [0, -100, -399, -401].map((x) => tileOf([x, 0, 1], 800, 600, 1).key);
  expect([keys[0] === keys[1], keys[1] === keys[2], keys[2] === keys[3]]).toEqual([true, true, false]);
});

test('whatever is on the screen is inside its tile, at any place and zoom, also before it is painted anew', () => {
  for (const transform of [
    [0, 0, 1, 1],
    [-1234, 777, 0.3, 0.3],
    [-1234, 777, 0.3, 0.15],
    [-1234, 777, 0.3, 0.45],
    [512, -4096, 2.2, 2.2],
    [512, -4096, 2.2, 3.3],
  ] as const) {
    const [x, y, zoom, paintedAt] = transform;
    const tile = tileOf([x, y, zoom], 1280, 800, paintedAt);
    const sight = { x: -x / zoom, y: -y / zoom, width: 1280 / zoom, height: 800 / zoom };
    expect([
      tile.x <= sight.x,
      tile.y <= sight.y,
      tile.x + tile.width >= sight.x + sight.width,
      tile.y + tile.height >= sight.y + sight.height,
    ]).toEqual([true, true, true, true]);
  }
});

test('a straight line has bounds that overlap what it crosses', () => {
  const line = boundsOf([
    { x: 0, y: 50 },
    { x: 300, y: 50 },
  ]);
  expect([
    overlaps(line, { x: 100, y: 0, width: 10, height: 100 }),
    overlaps(line, { x: 100, y: 60, width: 10, height: 10 }),
  ]).toEqual([true, false]);
});

test('a picture is as wide as its boxes and the words beside them, not as a line without words', () => {
  const scene = sceneOf({ a: [0, 0], b: [400, 0], far: [5000, 0] }, ['a>b', 'b>a']);
  const [first, second] = scene.edges;
  if (!first || !second) throw new Error('two edges were asked for');
  const labelBox = { x: 580, y: 20, width: 90, height: 30 };
  const drawn = {
    ...scene,
    cards: scene.cards.filter(({ id }) => id !== 'far'),
    edges: [
      { ...first, labelBox },
      { ...second, points: [...second.points, { x: 5000, y: 0 }] },
    ],
  };
  expect([contains(boxBounds(drawn), labelBox), boxBounds(drawn)]).toEqual([
    true,
    { x: 0, y: 0, width: 671, height: 81 },
  ]);
});
