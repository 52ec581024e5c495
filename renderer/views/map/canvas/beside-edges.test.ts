import { expect, test } from 'vitest';
import { sceneOf } from '../testing/scene-of';
import { besideEdges } from './beside-edges';

const drawn = sceneOf({ a: [0, 0], b: [400, 0], c: [400, 300] }, ['a>b']);
const leftOut = sceneOf({}, ['a>c', 'b>c']).edges.map(({ id, from, to, style, edges, label }) => {
  return { id, from, to, style, edges, label };
});
const scene = { ...drawn, leftOut };

test('of the lines left out only those wanted get a course, from card to card', () => {
  const beside = besideEdges(scene, ({ id }) => id === 'b>c');
  expect(beside.map(({ id }) => id)).toEqual(['b>c']);
  const points = beside[0]?.points ?? [];
  const [start, end] = [points[0], points.at(-1)];
  expect([start?.y, end?.y]).toEqual([80, 300]);
});

test('where nothing is left out nothing is drawn besides', () => {
  expect(besideEdges(drawn, () => true)).toEqual([]);
});
