import { expect, test } from 'vitest';
import { generatedEstate } from '../../../../shared/diagram/testing/sample-graph';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { Picture } from '../document/report-document';
import { chooseMap } from './choose-map';

const picture = (boxes: number): Picture => ({
  kind: 'picture',
  ...{ title: '', description: '', items: [], legend: [], highlight: null, notes: [] },
  // So many boxes that only a dozen can be read on a page.
  ...{ width: boxes * 60, height: boxes * 40, smallestText: 8 },
});

test('of an estate too large for a page, the systems shown hang together by their flows', async () => {
  const graph = generatedEstate(800, 2000, 40, 7);
  const empty: LineageGraph = { ...graph, nodes: [], edges: [], groups: [] };
  const { only = [] } = await chooseMap(
    (level) => (level === 'system' ? graph : empty),
    async (section) => picture(section.only?.length ?? 800),
    { title: 'T', highlight: 'losses', about: new Set(), groupBy: 'organisation' },
    'A4',
  );
  expect(only.length).toBe(10);
  const shown = new Set(only);
  const reached = new Set(only.slice(0, 1));
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { from, to } of graph.edges) {
      if (!shown.has(from) || !shown.has(to)) continue;
      if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
    }
  }
  expect(reached.size).toBe(only.length);
});

test('of an outage that stops too many systems for a page, all are shown, folded into their groups', async () => {
  const graph = generatedEstate(800, 2000, 8, 7);
  const about = new Set(graph.nodes.slice(0, 300).map(({ name }) => name));
  const section = await chooseMap(
    () => graph,
    async ({ only, collapsed }) => picture(collapsed.length > 0 ? 8 : (only?.length ?? 800)),
    { title: 'T', highlight: 'impact', about, groupBy: 'organisation' },
    'A4',
  );
  expect([section.only?.length, section.collapsed.length]).toEqual([
    graph.nodes.filter(({ name }) => about.has(name)).length,
    graph.groups.length,
  ]);
});
