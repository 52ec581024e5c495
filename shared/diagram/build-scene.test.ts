import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScene } from './build-scene';
import { moveCards } from './move-cards';
import type { Scene, SceneOptions } from './scene';
import { arbitraryGraph, spacedPositions } from './testing/arbitrary-graph';
import { edgesUnderCards, flawsOf, overlapping } from './testing/checks';
import { generatedEstate, sampleEstate } from './testing/sample-graph';

const options: SceneOptions = { level: 'system', groupBy: 'organisation', collapsed: [] };
const anyScene = fc
  .tuple(arbitraryGraph(), fc.nat(50))
  .map(([graph, seed]) => ({ graph, scene: buildScene(graph, spacedPositions(graph, seed), options) }));

/** Every flow of the graph that some edge of the scene stands for. */
const drawnFlows = (scene: Scene) => scene.edges.flatMap((edge) => edge.edges.map((flow) => flow.id)).sort();

describe('buildScene', () => {
  test('draws every card, every flow once, from border to border at right angles', () => {
    fc.assert(
      fc.property(anyScene, ({ graph, scene }) => {
        expect(flawsOf(scene)).toEqual([]);
        expect(scene.cards.map((card) => card.id).sort()).toEqual(graph.nodes.map((node) => node.id).sort());
        expect(drawnFlows(scene)).toEqual(graph.edges.map((edge) => edge.id).sort());
      }),
      { numRuns: 60 },
    );
  });

  test('runs no line under a card where there is a way round', () => {
    fc.assert(
      fc.property(anyScene, ({ scene }) => {
        expect(edgesUnderCards(scene)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('stays sound where cards lie on each other and nothing has a place', () => {
    fc.assert(
      fc.property(arbitraryGraph(6), (graph) => {
        const heaped = Object.fromEntries(
          graph.nodes.map((node, index) => [node.id, { x: index * 30, y: 0 }]),
        );
        expect(flawsOf(buildScene(graph, heaped, options))).toEqual([]);
        expect(flawsOf(buildScene(graph, {}, options))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('makes a collapsed group one card, its flows counted on aggregated edges', () => {
    const graph = sampleEstate();
    const collapsed = graph.groups.map((group) => group.id);
    const scene = buildScene(graph, {}, { ...options, collapsed });
    const group = new Map(graph.nodes.map((node) => [node.id, node.group]));
    const between = graph.edges.filter((edge) => group.get(edge.from) !== group.get(edge.to));
    expect(scene.cards).toEqual([]);
    expect(
      scene.groups.map(({ name, memberCount, isCollapsed }) => ({ name, memberCount, isCollapsed })),
    ).toEqual([
      { name: 'Hazelmere Hospitals Trust', memberCount: 9, isCollapsed: true },
      { name: 'Northgate Primary Care', memberCount: 4, isCollapsed: true },
      { name: 'Regional Shared Services', memberCount: 5, isCollapsed: true },
      { name: 'National Services', memberCount: 4, isCollapsed: true },
      { name: 'Suppliers', memberCount: 3, isCollapsed: true },
    ]);
    expect(drawnFlows(scene)).toEqual(between.map((edge) => edge.id).sort());
    const aggregated = scene.edges.find((edge) => edge.edges.length > 1 && edge.style === 'observed');
    expect(aggregated?.label).toMatch(/^\d+ flows · [\d,]+ sent · [\d,]+ lost$/);
    expect(flawsOf(scene)).toEqual([]);
  });

  test('says what a filter hides', () => {
    const graph = sampleEstate();
    const only = ['system:Hazelmere PAS', 'system:Trust Integration Engine'];
    const scene = buildScene(graph, {}, { ...options, only, footer: ['Sources: two files.'] });
    expect({ cards: scene.cards.length, edges: drawnFlows(scene), footer: scene.footer }).toEqual({
      cards: 2,
      edges: [
        'flow:Hazelmere PAS>Trust Integration Engine>0',
        'flow:Trust Integration Engine>Trust Integration Engine>38',
      ],
      footer: ['Hidden by filter: 23 systems and 38 flows', 'Sources: two files.'],
    });
  });

  test('says in words what each style means, and an owner on every card', () => {
    const graph = sampleEstate();
    const scene = buildScene(graph, {}, options);
    const words = new Map(scene.edges.map((edge) => [edge.style, edge.label.split(' · ')[0]]));
    expect(Object.fromEntries(words)).toEqual({
      observed: '42 sent',
      unlogged: 'no log',
      silent: 'silent',
      undeclared: 'undeclared',
      planned: 'planned',
      retired: 'retired',
    });
    const ownerless = scene.cards.filter((card) => !card.texts.some(({ text }) => text.startsWith('Owner')));
    expect(ownerless).toEqual([]);
    expect(scene.legend.map((entry) => entry.style)).toEqual([
      'observed',
      'unlogged',
      'silent',
      'undeclared',
      'planned',
      'retired',
      'missing',
      'conflicting',
      'high',
      'medium',
      'low',
      'undeclared-system',
    ]);
  });

  test('is the same for the same input', () => {
    const graph = generatedEstate(40, 70, 4, 11);
    expect(buildScene(graph, {}, options)).toEqual(buildScene(generatedEstate(40, 70, 4, 11), {}, options));
  });
});

describe('labels', () => {
  test.each([1, 2, 3, 4])('hide no card, and hardly each other, where cards stand apart (%i)', (seed) => {
    const graph = sampleEstate();
    const scene = buildScene(graph, spacedPositions(graph, seed), options);
    const labels = scene.edges.map((edge) => ({ ...edge.labelBox, id: edge.id }));
    expect(labels.flatMap((label) => scene.cards.flatMap((card) => overlapping([card, label])))).toEqual([]);
    // Two flows each way between neighbours that hardly face each other leave no room for both.
    expect(overlapping(labels).length).toBeLessThanOrEqual(1);
  });
});

describe('moveCards', () => {
  test('routes what moved and what would run under it, and keeps all else by identity', () => {
    const graph = sampleEstate();
    const scene = buildScene(graph, spacedPositions(graph, 3), options);
    const moved = 'system:Radiology RIS';
    const after = moveCards(scene, new Map([[moved, { x: 380, y: 510 }]]));
    expect(flawsOf(after)).toEqual([]);
    expect(edgesUnderCards(after).filter((flaw) => flaw.endsWith(moved))).toEqual([]);
    const card = after.cards.find(({ id }) => id === moved);
    expect({ x: card?.x, y: card?.y }).toEqual({ x: 380, y: 510 });
    const untouched = after.edges.filter((edge, index) => edge === scene.edges[index]);
    expect(untouched.length).toBeGreaterThan(25);
    expect(after.cards.filter((other, index) => other === scene.cards[index]).length).toBe(24);
  });
});
