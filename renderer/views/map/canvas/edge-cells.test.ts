import { expect, test } from 'vitest';
import { sceneOf } from '../testing/scene-of';
import { edgeAt, edgeCells } from './edge-cells';

const scene = sceneOf({ a: [10, 10], b: [250, 10], c: [10, 250] }, ['a>b', 'a>c']);

test('each cell has its own piece of a line, and the end its mark', () => {
  const cells = edgeCells(scene, new Set(), 100);
  const pieces = [...cells].map(([key, cell]) => [key, cell.shapes.map((shape) => shape.line).join('')]);
  expect([
    Object.fromEntries(pieces),
    [...cells].filter(([, cell]) => cell.shapes.some((shape) => shape.filled !== '')).map(([key]) => key),
  ]).toEqual([
    {
      '0 0': 'M10 10L100 10M10 10L10 100',
      '1 0': 'M100 10L200 10',
      '2 0': 'M200 10L250 10',
      '0 1': 'M10 100L10 200',
      '0 2': 'M10 200L10 250',
    },
    ['2 0', '0 2'],
  ]);
});

test('dimmed edges are shapes of their own', () => {
  const cell = edgeCells(scene, new Set(['a>c']), 100).get('0 0');
  expect(cell?.shapes.map(({ isDimmed, line }) => [isDimmed, line])).toEqual([
    [false, 'M10 10L100 10'],
    [true, 'M10 10L10 100'],
  ]);
});

test('the nearest edge within reach is found, across a cell’s border too', () => {
  const cells = edgeCells(scene, new Set(), 100);
  const at = (x: number, y: number) => edgeAt(cells, 100, { x, y }, 8)?.id ?? null;
  expect([at(150, 14), at(12, 150), at(150, 30), at(-3, 150), at(90, 90)]).toEqual([
    'a>b',
    'a>c',
    null,
    null,
    null,
  ]);
});
