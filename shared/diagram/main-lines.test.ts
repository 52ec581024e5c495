import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineageEdge, LineageGraph, LineageNode } from '../model/lineage-graph';
import { buildScene } from './build-scene';
import { divideLines } from './main-lines';
import { arbitraryGraph } from './testing/arbitrary-graph';
import { generatedEstate } from './testing/sample-graph';
import { type VisibleEdge, visibleGraph } from './visible-graph';

const choice = fc.oneof(fc.constant('main' as const), fc.double({ min: 0, max: 1, noNaN: true }));
/** For each box the first one that lines join it with, whatever their direction. */
function joinedWith(boxes: readonly string[], edges: readonly VisibleEdge[]): readonly string[] {
  const first = new Map(boxes.map((id) => [id, id]));
  const of = (id: string): string => first.get(id) ?? id;
  for (const { from, to } of edges) {
    const [a = '', b = ''] = [of(from), of(to)].sort((x, y) => boxes.indexOf(x) - boxes.indexOf(y));
    for (const id of boxes) if (of(id) === b) first.set(id, a);
  }
  return boxes.map(of);
}
const ids = (edges: readonly VisibleEdge[]) => edges.map(({ id }) => id).sort();
const withoutLoops = (edges: readonly VisibleEdge[]) => edges.filter(({ from, to }) => from !== to);

test('every line is either drawn or left out, and a picture that nothing was chosen for has them all', () => {
  fc.assert(
    fc.property(arbitraryGraph(), choice, (graph, chosen) => {
      const visible = visibleGraph(graph, { collapsed: [] });
      const { drawn, leftOut } = divideLines(visible, 'step', chosen);
      expect(ids([...drawn, ...leftOut])).toEqual(ids(visible.edges));
      expect(divideLines(visible, 'step', undefined).drawn).toEqual(visible.edges);
    }),
  );
});

test('leaving lines out parts nothing that hung together and takes no box its ways in and out', () => {
  fc.assert(
    fc.property(arbitraryGraph(), choice, (graph, chosen) => {
      const visible = visibleGraph(graph, { collapsed: [] });
      const { drawn } = divideLines(visible, 'step', chosen);
      const boxes = visible.boxes.map(({ id }) => id);
      expect(joinedWith(boxes, drawn)).toEqual(joinedWith(boxes, visible.edges));
      for (const end of ['from', 'to'] as const) {
        const withLine = (edges: readonly VisibleEdge[]) =>
          [...new Set(withoutLoops(edges).map((edge) => edge[end]))].sort();
        expect(withLine(drawn)).toEqual(withLine(visible.edges));
      }
    }),
  );
});

test('with a larger share every line of the smaller one is still there', () => {
  fc.assert(
    fc.property(
      arbitraryGraph(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (graph, a, b) => {
        const visible = visibleGraph(graph, { collapsed: [] });
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)].map((share) =>
          divideLines(visible, 'system', share).drawn.map(({ id }) => id),
        );
        expect((fewer ?? []).filter((id) => !more?.includes(id))).toEqual([]);
      },
    ),
  );
});

test('a tangle begins with its main lines, the lossy ones first, and the footer counts the rest', () => {
  const tangle = generatedEstate(60, 900, 6);
  const collapsed = tangle.groups.map(({ id }) => id);
  const options = { level: 'system', groupBy: 'organisation', collapsed } as const;
  const untangled = buildScene(tangle, {}, options);
  expect([untangled.leftOut.length, untangled.edges.length > 40]).toEqual([0, true]);

  const few = buildScene(tangle, {}, { ...options, lines: 0.3 });
  const all = few.edges.length + few.leftOut.length;
  expect(all).toBe(untangled.edges.length);
  expect(few.footer[0]).toBe(
    `Main lines only: ${few.edges.length} of ${all}; ${few.leftOut.length} hidden by filter`,
  );
  const lost = ({ edges }: { readonly edges: readonly { readonly lost: number | null }[] }) =>
    edges.reduce((sum, edge) => sum + (edge.lost ?? 0), 0);
  const worstHidden = Math.max(...few.leftOut.map(lost));
  expect(few.edges.filter((edge) => lost(edge) >= worstHidden).length).toBeGreaterThan(0);
  expect(Math.max(...few.edges.map(lost))).toBe(Math.max(...untangled.edges.map(lost)));
});

const node = (id: string, system: string): LineageNode => ({
  id,
  kind: 'step',
  name: id,
  shortName: id,
  group: system,
  lines: [],
  isDeclared: true,
  status: 'live',
  flags: [],
  subjectId: null,
});
const follows = (from: string, to: string, count: number, medianSeconds: number): LineageEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  datasets: [],
  declared: false,
  observed: true,
  status: 'live',
  sent: null,
  received: null,
  lost: null,
  count,
  medianSeconds,
  flowIds: [],
});

test('between steps of interfaces the way of a message comes before the next message, however often that follows', () => {
  const day = 86_400;
  const graph: LineageGraph = {
    level: 'step',
    groups: ['lab', 'engine'].map((id) => ({ id, name: id, kind: 'system' })),
    nodes: [node('sent', 'lab'), node('received', 'engine'), node('rejected', 'engine')],
    edges: [
      follows('sent', 'received', 400, 9),
      follows('received', 'rejected', 30, 4),
      // The same patient's next result, a week later.
      follows('received', 'sent', 390, 7 * day),
      follows('rejected', 'sent', 29, 7 * day),
    ],
  };
  const visible = visibleGraph(graph, { collapsed: [] });
  expect(ids(divideLines(visible, 'step', 0.5).drawn)).toEqual(['received>rejected', 'sent>received']);
});
