import type { LineageNode } from '../../../shared/model/lineage-graph';

/** Ids of steps by how many events there are of each; those of as many by name, so that the same stay. */
export function mostFrequentFirst(
  steps: readonly Pick<LineageNode, 'id' | 'name' | 'events'>[],
): readonly string[] {
  return [...steps]
    .sort((a, b) => (b.events ?? 0) - (a.events ?? 0) || (a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
}
