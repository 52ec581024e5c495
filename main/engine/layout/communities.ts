import type { LayoutEdge } from './layout-input';

const maxPasses = 12;

/**
 * Divides boxes into sets of at most `maxSize` that have more edges within than between (greedy
 * modularity, as in Louvain's method, first for boxes and then for the sets found). The same input gives
 * the same sets.
 */
export function communities(
  ids: readonly string[],
  edges: readonly LayoutEdge[],
  maxSize: number,
): readonly (readonly string[])[] {
  let sets: string[][] = ids.map((id) => [id]);
  for (;;) {
    const merged = mergeOnce(sets, edges, maxSize);
    if (merged.length === sets.length) return merged;
    sets = merged;
  }
}

/** Moves whole sets into the neighbouring set where they gain most, until none gains. */
function mergeOnce(sets: readonly string[][], edges: readonly LayoutEdge[], maxSize: number): string[][] {
  const setOf = new Map(sets.flatMap((members, index) => members.map((id) => [id, index] as const)));
  const weights: Map<number, number>[] = sets.map(() => new Map());
  const degrees = sets.map(() => 0);
  let total = 0;
  for (const { from, to } of edges) {
    const [a, b] = [setOf.get(from), setOf.get(to)];
    if (a === undefined || b === undefined) continue;
    total += 1;
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
    if (a === b) continue;
    weights[a]?.set(b, (weights[a].get(b) ?? 0) + 1);
    weights[b]?.set(a, (weights[b].get(a) ?? 0) + 1);
  }
  const home = sets.map((_, index) => index);
  const sizes = sets.map((members) => members.length);
  const homeDegrees = [...degrees];
  for (let pass = 0; pass < maxPasses; pass += 1) {
    let hasMoved = false;
    for (const [index, members] of sets.entries()) {
      const current = home[index] ?? index;
      const degree = degrees[index] ?? 0;
      const links = new Map<number, number>();
      for (const [other, weight] of weights[index] ?? []) {
        const at = home[other] ?? other;
        links.set(at, (links.get(at) ?? 0) + weight);
      }
      const gainAt = (at: number) => {
        const others = (homeDegrees[at] ?? 0) - (at === current ? degree : 0);
        return (links.get(at) ?? 0) - (degree * others) / (2 * Math.max(1, total));
      };
      let best = current;
      let bestGain = gainAt(current);
      for (const at of links.keys()) {
        if (at === current || (sizes[at] ?? 0) + members.length > maxSize) continue;
        const gain = gainAt(at);
        if (gain > bestGain + 1e-9) [best, bestGain] = [at, gain];
      }
      if (best === current) continue;
      home[index] = best;
      sizes[current] = (sizes[current] ?? 0) - members.length;
      sizes[best] = (sizes[best] ?? 0) + members.length;
      homeDegrees[current] = (homeDegrees[current] ?? 0) - degree;
      homeDegrees[best] = (homeDegrees[best] ?? 0) + degree;
      hasMoved = true;
    }
    if (!hasMoved) break;
  }
  const merged = new Map<number, string[]>();
  for (const [index, members] of sets.entries()) {
    const at = home[index] ?? index;
    const set = merged.get(at);
    if (set === undefined) merged.set(at, [...members]);
    else set.push(...members);
  }
  return [...merged.values()];
}
