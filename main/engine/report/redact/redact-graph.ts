import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { Redactor } from './redactor';

/** A graph without the redacted names, and the new id of each former one: ids are made of names. */
export interface RedactedGraph {
  readonly graph: LineageGraph;
  readonly idOf: (id: string) => string;
}

export function redactGraph(graph: LineageGraph, redactor: Redactor): RedactedGraph {
  if (!redactor.isActive) return { graph, idOf: (id) => id };
  const ids = new Map<string, string>();
  for (const [index, { id }] of graph.groups.entries()) ids.set(id, `group ${index + 1}`);
  for (const [index, { id }] of graph.nodes.entries()) ids.set(id, `node ${index + 1}`);
  const idOf = (id: string): string => ids.get(id) ?? 'unknown';
  const text = (words: string): string => redactor.text(words);
  return {
    idOf,
    graph: {
      ...graph,
      groups: graph.groups.map((group) => ({ ...group, id: idOf(group.id), name: text(group.name) })),
      nodes: graph.nodes.map((node) => ({
        ...node,
        id: idOf(node.id),
        name: text(node.name),
        ...(node.otherNames ? { otherNames: node.otherNames.map(text) } : {}),
        group: node.group === null ? null : idOf(node.group),
        lines: node.lines.map((line) => ({ ...line, label: text(line.label), text: text(line.text) })),
        flags: node.flags.map((flag) => ({ ...flag, text: text(flag.text) })),
      })),
      edges: graph.edges.map((edge, index) => ({
        ...edge,
        id: `edge ${index + 1}`,
        from: idOf(edge.from),
        to: idOf(edge.to),
        datasets: edge.datasets.map(text),
      })),
    },
  };
}
