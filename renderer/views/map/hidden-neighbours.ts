import type { LineageGraph } from '../../../shared/model/lineage-graph';

/** Neighbours of a card that the picture leaves out. */
export interface HiddenNeighbours {
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
}

/** For every node that is shown: which neighbours a filter hides, so that no hop goes missing in silence. */
export function hiddenNeighbours(
  graph: LineageGraph,
  only: readonly string[] | null,
): ReadonlyMap<string, HiddenNeighbours> {
  const found = new Map<string, { upstream: Set<string>; downstream: Set<string> }>();
  if (only === null) return new Map();
  const shown = new Set(only);
  const of = (id: string) => {
    const known = found.get(id) ?? { upstream: new Set<string>(), downstream: new Set<string>() };
    found.set(id, known);
    return known;
  };
  for (const edge of graph.edges) {
    if (shown.has(edge.from) && !shown.has(edge.to)) of(edge.from).downstream.add(edge.to);
    if (shown.has(edge.to) && !shown.has(edge.from)) of(edge.to).upstream.add(edge.from);
  }
  return new Map(
    [...found].map(([id, sides]) => [
      id,
      { upstream: [...sides.upstream], downstream: [...sides.downstream] },
    ]),
  );
}
