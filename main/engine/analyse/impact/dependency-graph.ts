import type { Citation } from '../../../../shared/model/citation';
import type { Estate } from '../../../../shared/model/estate';
import { nameKey } from '../../store/names/name-key';

/** A system, site or network by kind and row id: "system 3". */
export type NodeKey = string;

export interface DependencyNode {
  readonly key: NodeKey;
  readonly kind: 'system' | 'site' | 'network';
  readonly id: number;
  readonly name: string;
  readonly citations: readonly Citation[];
}

/** That `from` stops when `to` stops. */
export interface Need {
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** How it is said: "is at", "needs". */
  readonly verb: string;
  readonly citations: readonly Citation[];
}

/** Who needs whom, by what sources say; may hold cycles. */
export interface DependencyGraph {
  readonly nodes: ReadonlyMap<NodeKey, DependencyNode>;
  readonly needs: (key: NodeKey) => readonly Need[];
  readonly neededBy: (key: NodeKey) => readonly Need[];
}

export const keyOf = (kind: 'system' | 'site', id: number): NodeKey => `${kind} ${id}`;

/** Stated dependencies, and every system's need of the place it is at (of each place, where sources differ). */
export function dependencyGraph(estate: Estate): DependencyGraph {
  const nodes = new Map<NodeKey, DependencyNode>();
  for (const { id, name, citations } of estate.systems.values()) {
    if (citations.length === 0) continue;
    nodes.set(keyOf('system', id), { key: keyOf('system', id), kind: 'system', id, name, citations });
  }
  const siteByName = new Map<string, NodeKey>();
  for (const { id, name, kind, citations } of estate.sites.values()) {
    const key = keyOf('site', id);
    nodes.set(key, { key, kind, id, name, citations });
    siteByName.set(nameKey(name), key);
  }
  const needs = new Map<NodeKey, Need[]>();
  const neededBy = new Map<NodeKey, Need[]>();
  const add = (need: Need): void => {
    if (!nodes.has(need.from) || !nodes.has(need.to) || need.from === need.to) return;
    needs.set(need.from, [...(needs.get(need.from) ?? []), need]);
    neededBy.set(need.to, [...(neededBy.get(need.to) ?? []), need]);
  };
  for (const system of estate.systems.values()) {
    const places = new Map<NodeKey, Citation[]>();
    for (const { value, citation } of system.site.claims) {
      const to = siteByName.get(nameKey(value));
      if (to !== undefined) places.set(to, [...(places.get(to) ?? []), citation]);
    }
    for (const [to, citations] of places) {
      const verb = places.size > 1 ? 'is said to be at' : 'is at';
      add({ from: keyOf('system', system.id), to, verb, citations });
    }
  }
  for (const { from, to, citations } of estate.dependencies) {
    if (citations.length === 0) continue;
    add({ from: keyOf(from.kind, from.id), to: keyOf(to.kind, to.id), verb: 'needs', citations });
  }
  const byName = (end: 'from' | 'to') => (a: Need, b: Need) =>
    (nodes.get(a[end])?.name ?? '') < (nodes.get(b[end])?.name ?? '') ? -1 : 1;
  for (const list of needs.values()) list.sort(byName('to'));
  for (const list of neededBy.values()) list.sort(byName('from'));
  return {
    nodes,
    needs: (key) => needs.get(key) ?? [],
    neededBy: (key) => neededBy.get(key) ?? [],
  };
}

/** Everything that stops with `start`, each with the need by which it was reached first (the shortest way). */
export function stopsWith(graph: DependencyGraph, start: NodeKey): ReadonlyMap<NodeKey, Need | null> {
  return reach(start, (key) => graph.neededBy(key).map((need) => [need.from, need]));
}

/** Everything that `start` needs, directly or through others. */
export function needsOf(graph: DependencyGraph, start: NodeKey): ReadonlyMap<NodeKey, Need | null> {
  return reach(start, (key) => graph.needs(key).map((need) => [need.to, need]));
}

function reach(
  start: NodeKey,
  next: (key: NodeKey) => readonly (readonly [NodeKey, Need])[],
): ReadonlyMap<NodeKey, Need | null> {
  const found = new Map<NodeKey, Need | null>([[start, null]]);
  const waiting = [start];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    for (const [other, need] of next(key)) {
      if (found.has(other)) continue;
      found.set(other, need);
      waiting.push(other);
    }
  }
  return found;
}

/** The chain from a node that stopped back to what failed, in words and names. */
export function chainTo(
  graph: DependencyGraph,
  reached: ReadonlyMap<NodeKey, Need | null>,
  key: NodeKey,
): { readonly words: string; readonly path: readonly string[]; readonly citations: readonly Citation[] } {
  const parts: string[] = [];
  const path = [graph.nodes.get(key)?.name ?? ''];
  const citations: Citation[] = [];
  for (let need = reached.get(key); need; need = reached.get(need.to)) {
    const name = graph.nodes.get(need.to)?.name ?? '';
    parts.push(`${need.verb} ${name}`);
    path.push(name);
    citations.push(...need.citations);
  }
  return { words: parts.join(', which '), path: path.reverse(), citations };
}
