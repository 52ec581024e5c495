import { edgeStyle } from '../../../shared/diagram/edge-style';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import type { ExportTable } from './exporter';

/** The boxes of a graph as a table: every line of a card is a column. */
export function nodeTable(graph: LineageGraph): ExportTable {
  const labels = [...new Set(graph.nodes.flatMap((node) => node.lines.map((line) => line.label)))];
  const groups = new Map(graph.groups.map((group) => [group.id, group.name]));
  return {
    name: 'nodes',
    header: ['Id', 'Name', 'Kind', 'Group', 'Declared', 'Status', ...labels, 'Flags'],
    rows: graph.nodes.map((node) => [
      node.id,
      node.name,
      node.kind,
      node.group === null ? null : (groups.get(node.group) ?? node.group),
      node.isDeclared,
      node.status,
      ...labels.map((label) =>
        node.lines
          .filter((line) => line.label === label)
          .map((line) => (line.state === 'conflicting' ? `conflicting: ${line.text}` : line.text))
          .join(' | '),
      ),
      node.flags.map((flag) => flag.text).join('; '),
    ]),
  };
}

/** The flows of a graph as a table, none aggregated, with names for ends. */
export function edgeTable(graph: LineageGraph): ExportTable {
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  return {
    name: 'edges',
    header: [
      'Id',
      'From',
      'To',
      'Datasets',
      'Drawn as',
      'Declared',
      'Observed',
      'Status',
      'Sent',
      'Received',
      'Lost',
      'Count',
      'Median seconds',
    ],
    rows: graph.edges.map((edge) => [
      edge.id,
      names.get(edge.from) ?? edge.from,
      names.get(edge.to) ?? edge.to,
      edge.datasets.join('; '),
      edgeStyle(edge, graph.level),
      edge.declared,
      edge.observed,
      edge.status,
      edge.sent,
      edge.received,
      edge.lost,
      edge.count,
      edge.medianSeconds,
    ]),
  };
}
