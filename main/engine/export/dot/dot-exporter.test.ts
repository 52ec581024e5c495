import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { expect, test } from 'vitest';
import { hostileInput, sampleInput } from '../testing/export-inputs';
import { dotExporter } from './dot-exporter';

/** What Graphviz itself reads. */
async function readDot(content: string) {
  const graphviz = await Graphviz.load();
  const read = JSON.parse(graphviz.layout(content, 'dot_json', 'dot')) as {
    objects: { name: string; label?: string; nodes?: number[] }[];
    edges: { tail: number; head: number; label: string }[];
  };
  const clusters = read.objects.filter((object) => object.name.startsWith('cluster_'));
  const nodes = read.objects.filter((object) => !object.name.startsWith('cluster_'));
  return { ...read, clusters, nodes };
}

test('Graphviz reads the same boxes, groups and flows', async () => {
  const input = sampleInput();
  const { content } = await dotExporter.write(input);
  const { objects, nodes, clusters, edges } = await readDot(String(content));
  expect(nodes.map((node) => node.label?.split('\\n')[0])).toEqual(
    input.graph?.nodes.map((node) => node.name),
  );
  expect(clusters.map((cluster) => cluster.label)).toEqual(input.graph?.groups.map((group) => group.name));
  const name = (index: number) => objects[index]?.label?.split('\\n')[0];
  const read = edges.map((edge) => `${name(edge.tail)} > ${name(edge.head)}: ${edge.label}`).sort();
  const names = new Map(input.graph?.nodes.map((node) => [node.id, node.name]));
  const drawn = input.scene?.edges.map(
    (edge) => `${names.get(edge.from)} > ${names.get(edge.to)}: ${edge.label}`,
  );
  expect(read).toEqual(drawn?.sort());
});

test('Graphviz reads hostile names as names', async () => {
  const { content } = await dotExporter.write(hostileInput());
  const { nodes, edges } = await readDot(String(content));
  expect([nodes.length, edges.length]).toEqual([25, 40]);
});
