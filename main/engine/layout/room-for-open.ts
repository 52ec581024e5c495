import { layOutCard } from '../../../shared/diagram/card';
import type { Positions } from '../../../shared/diagram/scene';
import type { LineageGraph, LineageNode } from '../../../shared/model/lineage-graph';

/** The graph with every card closed: what places are worked out and kept for. */
export function withoutFields(graph: LineageGraph): LineageGraph {
  return graph.nodes.some((node) => node.fields !== undefined)
    ? { ...graph, nodes: graph.nodes.map(closed) }
    : graph;
}

/**
 * Moves what stands below an open card down by as much as its fields take, and nothing else: folded again,
 * everything is where it was.
 */
export function roomForOpen(graph: LineageGraph, positions: Positions): Positions {
  const grown = graph.nodes.flatMap((node) => {
    const at = positions[node.id];
    if (node.fields === undefined || at === undefined) return [];
    const { height } = layOutCard(closed(node));
    return [{ bottom: at.y + height, by: layOutCard(node).height - height }];
  });
  if (grown.length === 0) return positions;
  // Cards that stand beside each other open into the same rows: what is below makes room for the highest.
  const byBottom = new Map<number, number>();
  for (const { bottom, by } of grown) byBottom.set(bottom, Math.max(by, byBottom.get(bottom) ?? 0));
  return Object.fromEntries(
    Object.entries(positions).map(([id, at]) => {
      let down = 0;
      for (const [bottom, by] of byBottom) if (at.y >= bottom) down += by;
      return [id, down === 0 ? at : { ...at, y: at.y + down }];
    }),
  );
}

function closed({ fields: _, ...node }: LineageNode): LineageNode {
  return node;
}
