import { expect, test } from 'vitest';
import { noFilter } from '../../state/map-filter';
import { emphasise } from './emphasis';
import { pathsBetween, reachOf } from './reach';
import { indexScene } from './scene-boxes';
import { sceneOf } from './testing/scene-of';
import { firstBox, neighboursOf, walk } from './walk';

// a feeds b and c, both feed d, d feeds back to a: a cycle, with a self-loop on d.
const scene = sceneOf({ a: [0, 100], b: [300, 0], c: [300, 200], d: [600, 100], alone: [0, 400] }, [
  'a>b',
  'a>c',
  'b>d',
  'c>d',
  'd>a',
  'd>d',
]);
const index = indexScene(scene);

test('right goes downstream, left back, up and down among the neighbours of that hop', () => {
  const first = walk(index, { at: 'a', hop: null }, 'ArrowRight');
  const down = first && walk(index, first, 'ArrowDown');
  const end = down && walk(index, down, 'ArrowDown');
  const onwards = down && walk(index, down, 'ArrowRight');
  const back = onwards && walk(index, onwards, 'ArrowLeft');
  expect([first?.at, down?.at, end, onwards?.at, back?.at]).toEqual(['b', 'c', null, 'd', 'b']);
});

test('without a hop, up and down go to the nearest box that way', () => {
  expect([
    walk(index, { at: 'a', hop: null }, 'ArrowDown')?.at,
    walk(index, { at: 'alone', hop: null }, 'ArrowUp')?.at,
    walk(index, { at: 'alone', hop: null }, 'ArrowRight'),
  ]).toEqual(['alone', 'a', null]);
});

test('a self-loop is no neighbour, and walking begins at the top left', () => {
  expect([neighboursOf(index, 'd', 'out'), neighboursOf(index, 'd', 'in'), firstBox(index)]).toEqual([
    ['a'],
    ['b', 'c'],
    'a',
  ]);
});

test('reach stops at its hops and goes round a cycle once', () => {
  const one = reachOf(index, { of: 'a', upstream: 0, downstream: 1 });
  const all = reachOf(index, { of: 'a', upstream: null, downstream: null });
  expect([[...one.boxes].sort(), [...one.edges].sort(), [...all.boxes].sort()]).toEqual([
    ['a', 'b', 'c'],
    ['a>b', 'a>c'],
    ['a', 'b', 'c', 'd'],
  ]);
});

test('paths know the shortest way and every edge on any, or that there is none', () => {
  const found = pathsBetween(index, 'b', 'c');
  const none = pathsBetween(index, 'a', 'alone');
  expect([found.shortest, none.shortest, [...none.boxes]]).toEqual([3, null, ['a', 'alone']]);
});

test('a filter dims what does not match, and edges with both ends dimmed or of a dimmed style', () => {
  const byName = emphasise(scene, { ...noFilter, text: 'alone' }, null);
  const byStyle = emphasise(scene, { ...noFilter, without: ['observed'] }, null);
  expect([
    [...byName.dimmedBoxes].sort(),
    byName.dimmedEdges.size,
    byStyle.dimmedBoxes.size,
    byStyle.dimmedEdges.size,
  ]).toEqual([['a', 'b', 'c', 'd'], 6, 0, 6]);
});

test('a highlight dims everything outside it', () => {
  const highlight = reachOf(index, { of: 'b', upstream: 0, downstream: 1 });
  const { dimmedBoxes, dimmedEdges } = emphasise(scene, noFilter, highlight);
  expect([[...dimmedBoxes].sort(), dimmedEdges.size]).toEqual([['a', 'alone', 'c'], 5]);
});
