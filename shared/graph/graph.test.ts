import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from './adjacency';
import { reach } from './reach';
import { simplePaths } from './simple-paths';
import { stronglyConnected } from './strongly-connected';

const links = (...pairs: readonly string[]): Link[] =>
  pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));

const anyLinks = fc.array(
  fc.record({ from: fc.constantFrom(...'abcdefg'), to: fc.constantFrom(...'abcdefg') }),
  { maxLength: 16 },
);

describe('reach', () => {
  const graph = links('ab', 'bc', 'ca', 'cc', 'cd', 'xy');

  test('gives the fewest hops downstream and upstream, through cycles and loops', () => {
    expect([...reach(graph, ['a'], 'downstream')]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
    expect([...reach(graph, ['d'], 'upstream', 2)]).toEqual([
      ['d', 0],
      ['c', 1],
      ['b', 2],
    ]);
  });
});

describe('simplePaths', () => {
  test('lists every path once, shortest first, and says that there are no more', () => {
    expect(simplePaths(links('ab', 'bd', 'ac', 'cd', 'ad', 'da', 'bb'), 'a', 'd', 10)).toEqual({
      paths: [
        ['a', 'd'],
        ['a', 'b', 'd'],
        ['a', 'c', 'd'],
      ],
      isComplete: true,
    });
  });

  test('says when it stopped before all paths were found', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `n${index}`);
    const dense = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));
    const found = simplePaths(dense, 'n0', 'n1', 50);
    expect({ count: found.paths.length, isComplete: found.isComplete, first: found.paths[0] }).toEqual({
      count: 50,
      isComplete: false,
      first: ['n0', 'n1'],
    });
  });

  test('agrees with a search of every path there is', () => {
    fc.assert(
      fc.property(anyLinks, (graph) => {
        const all: string[] = [];
        const walk = (path: readonly string[]) => {
          const last = path.at(-1);
          if (last === 'b') {
            all.push(path.join(''));
            return;
          }
          const ends = new Set(graph.filter((link) => link.from === last).map((link) => link.to));
          for (const end of ends) if (!path.includes(end)) walk([...path, end]);
        };
        walk(['a']);
        const found = simplePaths(graph, 'a', 'b', 10_000);
        expect(found.isComplete).toBe(true);
        expect(found.paths.map((path) => path.join('')).sort()).toEqual(all.sort());
      }),
    );
  });
});

describe('stronglyConnected', () => {
  test('puts ids into one set exactly when each reaches the other', () => {
    fc.assert(
      fc.property(anyLinks, (graph) => {
        const ids = [...'abcdefg'];
        const sets = stronglyConnected(ids, graph);
        expect(sets.flat().sort()).toEqual(ids);
        const setOf = new Map(sets.flatMap((set, index) => set.map((id) => [id, index] as const)));
        for (const a of ids) {
          for (const b of ids) {
            const isMutual = reach(graph, [a], 'downstream').has(b) && reach(graph, [b], 'downstream').has(a);
            expect(setOf.get(a) === setOf.get(b)).toBe(isMutual);
          }
        }
      }),
    );
  });

  test('survives a chain far longer than a call stack', () => {
    const ids = Array.from({ length: 30_000 }, (_, index) => `n${index}`);
    const chain = ids.slice(1).map((to, index) => ({ from: `n${index}`, to }));
    expect(stronglyConnected(ids, chain).length).toBe(30_000);
  });
});
