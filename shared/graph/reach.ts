import { adjacency, type Direction, type Link } from './adjacency';

/**
 * Everything that can be reached from the starting ids, with the fewest hops it takes; the starts
 * themselves at 0. Cycles and loops are safe. Nearest first.
 */
export function reach(
  links: readonly Link[],
  starts: readonly string[],
  direction: Direction,
  maxHops = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, number> {
  const next = adjacency(links, direction);
  const hops = new Map(starts.map((id) => [id, 0]));
  const waiting = [...hops.keys()];
  for (let index = 0; index < waiting.length; index += 1) {
    const id = waiting[index] ?? '';
    const distance = (hops.get(id) ?? 0) + 1;
    if (distance > maxHops) break;
    for (const neighbour of next.get(id) ?? []) {
      if (hops.has(neighbour)) continue;
      hops.set(neighbour, distance);
      waiting.push(neighbour);
    }
  }
  return hops;
}
