import { expect, test } from 'vitest';
import { arrangeOnGrid } from './arrange-on-grid';
import { planGrid } from './grid-search';

const boxes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, width: 200, height: 80 }));
const edge = (from: number, to: number) => ({ from: `${from}`, to: `${to}` });

test('a chain stands in a row, in the order of its flow, however its boxes are given', () => {
  const { cells } = planGrid(boxes(4), [edge(2, 0), edge(0, 3), edge(3, 1)], 4);
  expect([2, 0, 3, 1].map((box) => cells[box])).toEqual([0, 1, 2, 3]);
});

test('every box has a cell of its own, and a settled plan is the same each time', () => {
  const edges = Array.from({ length: 40 }, (_, index) => edge((index * 7) % 25, (index * 11 + 3) % 25));
  const plan = planGrid(boxes(25), edges, 6);
  expect(new Set(plan.cells).size).toBe(25);
  expect(planGrid(boxes(25), edges, 6)).toEqual(plan);
});

test('the forms of a group differ in width, and none is a thin column', () => {
  const forms = arrangeOnGrid(boxes(6), [edge(0, 1)], { aspect: 1.75, room: 1, arrange: neverAsked }, true);
  expect(forms.map(({ width, height }) => `${width}x${height}`)).toEqual(['484x332', '768x206']);
});

function neverAsked(): never {
  throw new Error('A grid does not ask for layers.');
}
