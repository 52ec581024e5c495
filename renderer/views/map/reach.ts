import type { SceneLine } from '../../../shared/diagram/scene';
import type { Reach } from '../../state/map-store';
import type { Highlight } from './emphasis';
import type { SceneIndex } from './scene-boxes';

type Side = 'outgoing' | 'incoming';

/** Hops from a box to every box that its edges lead to, or come from; cycles are met once. */
function hopsFrom(index: SceneIndex, start: string, side: Side): ReadonlyMap<string, number> {
  const hops = new Map([[start, 0]]);
  const queue = [start];
  for (const at of queue) {
    for (const edge of index[side].get(at) ?? []) {
      const next = otherEnd(edge, side);
      if (hops.has(next)) continue;
      hops.set(next, (hops.get(at) ?? 0) + 1);
      queue.push(next);
    }
  }
  return hops;
}

const otherEnd = (edge: SceneLine, side: Side) => (side === 'outgoing' ? edge.to : edge.from);

/** The boxes within the hops asked for, and the edges that lead there. */
export function reachOf(index: SceneIndex, reach: Reach): Highlight {
  const boxes = new Set([reach.of]);
  const edges = new Set<string>();
  const sides: readonly (readonly [Side, number | null])[] = [
    ['outgoing', reach.downstream],
    ['incoming', reach.upstream],
  ];
  for (const [side, limit] of sides) {
    const hops = hopsFrom(index, reach.of, side);
    for (const [id, distance] of hops) {
      if (limit !== null && distance > limit) continue;
      boxes.add(id);
      if (limit !== null && distance === limit) continue;
      for (const edge of index[side].get(id) ?? []) edges.add(edge.id);
    }
  }
  return { boxes, edges };
}

export interface Paths extends Highlight {
  /** Hops of the shortest path; null where none leads there. */
  readonly shortest: number | null;
}

/** Every box and edge that lies on a way from one box to another. */
export function pathsBetween(index: SceneIndex, from: string, to: string): Paths {
  const ahead = hopsFrom(index, from, 'outgoing');
  const behind = hopsFrom(index, to, 'incoming');
  const shortest = ahead.get(to) ?? null;
  const boxes = new Set([from, to]);
  const edges = new Set<string>();
  if (shortest === null) return { boxes, edges, shortest };
  for (const id of ahead.keys()) if (behind.has(id)) boxes.add(id);
  for (const edge of index.edges.values()) if (boxes.has(edge.from) && boxes.has(edge.to)) edges.add(edge.id);
  return { boxes, edges, shortest };
}
