import { buildScene } from '../../../../shared/diagram/build-scene';
import type { SceneOptions } from '../../../../shared/diagram/scene';
import { hostileNames, spacedPositions } from '../../../../shared/diagram/testing/arbitrary-graph';
import { sampleEstate } from '../../../../shared/diagram/testing/sample-graph';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { ExportInput } from '../exporter';

const sources = [{ name: 'systems.csv', sha256: 'ab'.repeat(32) }];

/** A map to export, with the sources and the date of a made-up case. */
export function mapInput(graph: LineageGraph, options: Partial<SceneOptions> = {}): ExportInput {
  const scene = buildScene(graph, spacedPositions(graph, 1), {
    level: 'system',
    groupBy: 'organisation',
    collapsed: [],
    footer: ['Sources: systems.csv. Coverage: 1 to 30 April 2023.'],
    ...options,
  });
  return { view: 'map', title: scene.title, generatedAt: '2023-04-30T23:00:00Z', sources, scene, graph };
}

/** The sample estate under a finding as its title. */
export function sampleInput(): ExportInput {
  return mapInput(sampleEstate(), { title: 'Clinic letters stop at the Message Exchange' });
}

/** An estate in which everything that has a name has a hostile one. */
export function hostileInput(): ExportInput {
  const graph = sampleEstate();
  const named = (index: number) => hostileNames[index % hostileNames.length] ?? '';
  const nodes = graph.nodes.map((node, index) => ({
    ...node,
    name: named(index),
    lines: [{ label: named(index + 1), text: named(index + 2), state: 'known' as const }, ...node.lines],
    flags: [{ severity: 'high' as const, text: named(index + 3) }],
  }));
  const edges = graph.edges.map((edge, index) => ({ ...edge, datasets: [named(index)] }));
  const groups = graph.groups.map((group, index) => ({ ...group, name: named(index + 5) }));
  return mapInput({ ...graph, nodes, edges, groups }, { title: named(0), footer: [...hostileNames] });
}
