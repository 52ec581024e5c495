import type { LineageGraph } from '../../../shared/model/lineage-graph';

/** A picture of so many cards is seen whole, and what is marked in it too. */
const seenWhole = 60;
/** So many cards can be read in their open groups. */
const openUpTo = 80;

/**
 * On a large map what another view leads to, such as all that an outage stops, would be a few lit cards among
 * hundreds, or lie in folded groups: the picture then begins with these alone, folded where they are many.
 * Null where the whole can be looked at as it is.
 */
export function markedFirst(
  { nodes, groups }: Pick<LineageGraph, 'nodes' | 'groups'>,
  names: readonly string[],
): { readonly ids: readonly string[]; readonly collapsed: readonly string[] } | null {
  const marked = new Set(names);
  const ids = nodes.filter(({ name }) => marked.has(name)).map(({ id }) => id);
  if (nodes.length <= seenWhole || ids.length === 0 || ids.length === nodes.length) return null;
  return { ids, collapsed: ids.length > openUpTo ? groups.map(({ id }) => id) : [] };
}
