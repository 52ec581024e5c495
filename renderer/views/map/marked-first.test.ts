import { expect, test } from 'vitest';
import { generatedEstate } from '../../../shared/diagram/testing/sample-graph';
import { markedFirst } from './marked-first';

const namesOf = (systems: number, marked: number) => {
  const graph = generatedEstate(systems, systems, 6);
  const names = graph.nodes.slice(0, marked).map(({ name }) => name);
  const first = markedFirst(graph, names);
  return first === null ? null : [first.ids.length, first.collapsed.length];
};

test('a large map begins with what is marked, folded where that is a lot, and a small one with everything', () => {
  expect([namesOf(40, 12), namesOf(800, 0), namesOf(800, 30), namesOf(800, 200), namesOf(800, 800)]).toEqual([
    null,
    null,
    [30, 0],
    [200, 6],
    null,
  ]);
});
