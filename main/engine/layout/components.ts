import type { LayoutEdge } from './layout-input';

/** Sets of ids that edges join, directly or through others, in the order of their first members. */
export function connectedComponents(
  ids: readonly string[],
  edges: readonly LayoutEdge[],
): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const seen = new Set<string>();
  const components: string[][] = [];
  for (const id of ids) {
    if (seen.has(id)) continue;
    const component: string[] = [];
    const waiting = [id];
    seen.add(id);
    for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
      component.push(current);
      for (const next of neighbours.get(current) ?? []) {
        if (seen.has(next) || !neighbours.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    components.push(component);
  }
  return components;
}
