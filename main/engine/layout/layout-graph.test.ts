import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene';
import type { Positions, SceneOptions } from '../../../shared/diagram/scene';
import { arbitraryGraph } from '../../../shared/diagram/testing/arbitrary-graph';
import { edgesUnderCards, flawsOf, overlapping } from '../../../shared/diagram/testing/checks';
import { generatedEstate, sampleEstate } from '../../../shared/diagram/testing/sample-graph';
import { visibleGraph } from '../../../shared/diagram/visible-graph';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { arrangePlainly } from './arrange';
import { layoutGraph } from './layout-graph';
import { layoutInput } from './layout-input';

const options: SceneOptions = { level: 'system', groupBy: 'organisation', collapsed: [] };
const deadlineMs = 60_000;

/** Cards on cards, frames on frames, and cards on frames that they do not belong to. */
function collisions(graph: LineageGraph, positions: Positions, sceneOptions = options): readonly string[] {
  const { cards, groups } = buildScene(graph, positions, sceneOptions);
  const strays = cards.flatMap((card) =>
    groups
      .filter((group) => group.id !== card.groupId && overlapping([card, group]).length > 0)
      .map((group) => `${card.id} in ${group.id}`),
  );
  return [...overlapping(cards), ...overlapping(groups), ...strays];
}

const layOut = async (graph: LineageGraph, previous: Positions = {}, sceneOptions = options) =>
  (await layoutGraph(graph, sceneOptions, previous, deadlineMs)).positions;

describe('layoutGraph', () => {
  test('lets nothing overlap, in the form of a page, the same every time', async () => {
    const graph = sampleEstate();
    const positions = await layOut(graph);
    const scene = buildScene(graph, positions, options);
    expect({
      hits: collisions(graph, positions),
      flaws: flawsOf(scene),
      under: edgesUnderCards(scene),
    }).toEqual({
      hits: [],
      flaws: [],
      under: [],
    });
    expect(scene.width / scene.height).toBeGreaterThan(1.1);
    expect(scene.width / scene.height).toBeLessThan(2.6);
    expect(await layOut(sampleEstate())).toEqual(positions);
  });

  test.each([
    ['grouped', generatedEstate(120, 220, 8, 3)],
    ['flat', generatedEstate(120, 220, 0, 3)],
    ['without a flow', generatedEstate(60, 0, 3, 3)],
  ])('lays out a %s estate without overlaps', async (_, graph) => {
    expect(collisions(graph, await layOut(graph))).toEqual([]);
  });

  test('lays out anything: loops, cycles, empty groups', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(), async (graph) => {
        const positions = await layOut(graph);
        expect(Object.keys(positions).sort()).toEqual(graph.nodes.map((node) => node.id).sort());
        expect(collisions(graph, positions)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('keeps every place when a filter hides some, and when an import adds some', async () => {
    const graph = sampleEstate();
    const without: LineageGraph = {
      ...graph,
      nodes: graph.nodes.filter(
        (node) => !['system:Shared Care Record', 'system:PACS Archive'].includes(node.id),
      ),
      edges: graph.edges.filter((edge) => !/Shared Care Record|PACS Archive/.test(edge.id)),
    };
    const before = await layOut(without);
    expect(await layOut(without, before, { ...options, only: ['system:GP System A'] })).toEqual(before);
    const after = await layOut(graph, before);
    expect(collisions(graph, after)).toEqual([]);
    const kept = Object.keys(before).filter(
      (id) => after[id]?.x === before[id]?.x && after[id]?.y === before[id]?.y,
    );
    // Only to let a group grow may what lies below it move down.
    expect(kept.length).toBeGreaterThanOrEqual(Object.keys(before).length / 2);
    for (const id of Object.keys(before)) {
      expect(Math.abs((after[id]?.x ?? 0) - (before[id]?.x ?? 0))).toBe(0);
    }
  });

  test('leaves a card where a person put it, even when all else is laid out afresh', async () => {
    const graph = sampleEstate();
    const pinned = { 'system:PACS Archive': { x: 400, y: 300, isPinned: true } };
    const positions = await layOut(graph, pinned);
    expect(positions['system:PACS Archive']).toEqual({ x: 400, y: 300, isPinned: true });
    const { cards } = buildScene(graph, positions, options);
    expect(overlapping(cards)).toEqual([]);
  });

  test('groups that are all opened at once are laid out as if they had never been folded', async () => {
    const graph = sampleEstate();
    const closed = await layOut(graph, {}, { ...options, collapsed: graph.groups.map((group) => group.id) });
    const { x, y } = (await layOut(graph))[graph.nodes[0]?.id ?? ''] ?? { x: 0, y: 0 };
    expect((await layOut(graph, closed))[graph.nodes[0]?.id ?? '']).toMatchObject({ x, y });
  });

  test('opens a group where its collapsed card stood and makes room for it', async () => {
    const graph = sampleEstate();
    const all = graph.groups.map((group) => group.id);
    const [opened = '', ...others] = all;
    const closed = await layOut(graph, {}, { ...options, collapsed: all });
    const afterOpening = { ...options, collapsed: others };
    const open = await layOut(graph, closed, afterOpening);
    expect(collisions(graph, open, afterOpening)).toEqual([]);
    const frame = buildScene(graph, open, afterOpening).groups.find((group) => group.id === opened);
    expect({ x: frame?.x, y: frame?.y }).toEqual({ x: closed[opened]?.x, y: closed[opened]?.y });
  });

  test('a group folded again gives back the room that was made for it, whatever was opened meanwhile', async () => {
    const graph = generatedEstate(60, 90, 6, 4);
    const all = graph.groups.map((group) => group.id);
    const placesOf = (positions: Positions) => all.map((id) => positions[id]);
    const closed = await layOut(graph, {}, { ...options, collapsed: all });
    const without = (...open: string[]) => ({
      ...options,
      collapsed: all.filter((id) => !open.includes(id)),
    });
    const [a = '', b = ''] = all;
    const one = await layOut(graph, closed, without(a));
    const two = await layOut(graph, one, without(a, b));
    expect(collisions(graph, two, without(a, b))).toEqual([]);
    const other = await layOut(graph, two, without(b));
    expect(collisions(graph, other, without(b))).toEqual([]);
    const none = await layOut(graph, other, without());
    expect(placesOf(none)).toEqual(placesOf(closed));

    const again = await layOut(graph, none, without(a));
    const cardsOf = (positions: Positions) => buildScene(graph, positions, without(a)).cards;
    expect(cardsOf(again).map(({ id, x, y }) => ({ id, x, y }))).toEqual(
      cardsOf(one).map(({ id, x, y }) => ({ id, x, y })),
    );
  });

  test('opening a group moves only what stands in its way', async () => {
    const graph = generatedEstate(60, 90, 6, 4);
    const all = graph.groups.map((group) => group.id);
    const closed = await layOut(graph, {}, { ...options, collapsed: all });
    const opened = [...all].sort((a, b) => (closed[b]?.y ?? 0) - (closed[a]?.y ?? 0))[0] ?? '';
    const open = await layOut(graph, closed, { ...options, collapsed: all.filter((id) => id !== opened) });
    const above = all.filter((id) => (closed[id]?.y ?? 0) < (closed[opened]?.y ?? 0));
    expect(above.map((id) => open[id])).toEqual(above.map((id) => closed[id]));
  });
});

describe('the worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layout-worker-'));
  const worker = join(folder, 'layout.mjs');

  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, 'layout.worker.ts')],
      outfile: worker,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'silent',
      banner: {
        js: "import { createRequire as make } from 'node:module'; globalThis.require ??= make(import.meta.url);",
      },
    });
  });

  test('gives the same places as the layout on this thread', async () => {
    const graph = sampleEstate();
    const result = await layoutGraph(graph, options, {}, deadlineMs, worker);
    expect(result).toEqual({ positions: await layOut(graph), note: null });
    expect(await layoutGraph(graph, options, {}, deadlineMs, worker)).toEqual(result);
  });

  test('is ended when it hangs, and a simpler layout is drawn and said', async () => {
    const hanging = join(folder, 'hanging.mjs');
    writeFileSync(
      hanging,
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });",
    );
    const graph = sampleEstate();
    const result = await layoutGraph(graph, options, {}, 50, hanging);
    const { places } = await arrangePlainly(layoutInput(visibleGraph(graph, options), 'system'));
    expect(result.note).toBe('The full layout took longer than 0.1 seconds: a simpler one is shown.');
    expect(Object.keys(result.positions).length).toBe(places.size);
    expect(collisions(graph, result.positions)).toEqual([]);
  });

  test('that breaks is replaced in the same way', async () => {
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, "throw new Error('no');");
    const result = await layoutGraph(sampleEstate(), options, {}, deadlineMs, broken);
    expect(result.note).toBe('The full layout did not succeed: a simpler one is shown.');
  });
});
