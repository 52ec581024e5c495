/** Anything with two ends: a flow, an edge of the map, a step that follows another. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

export type Direction = 'upstream' | 'downstream';

/** For each id, the ids one hop on; parallel links count once, loops stay. In the order of the links. */
export function adjacency(
  links: readonly Link[],
  direction: Direction,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  for (const { from, to } of links) {
    const [start, end] = direction === 'downstream' ? [from, to] : [to, from];
    const known = sets.get(start);
    if (known === undefined) sets.set(start, new Set([end]));
    else known.add(end);
  }
  return new Map([...sets].map(([id, ends]) => [id, [...ends]]));
}
