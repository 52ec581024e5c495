import type { SceneIndex } from './scene-boxes';

/** Where the keyboard stands on the map, and which neighbours it can step between. */
export interface WalkState {
  readonly at: string;
  /** The hop just taken: up and down go through the neighbours that it could have led to. */
  readonly hop: { readonly from: string; readonly direction: 'out' | 'in' } | null;
}

export type WalkKey = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown';

/**
 * Right follows an edge to where it leads, left to where it comes from; up and down go through the
 * alternatives of that hop, or to the nearest box where no hop was taken. Null where there is no way on.
 */
export function walk(index: SceneIndex, state: WalkState, key: WalkKey): WalkState | null {
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const direction = key === 'ArrowRight' ? 'out' : 'in';
    const neighbours = neighboursOf(index, state.at, direction);
    const nearest = closestByHeight(index, state.at, neighbours);
    return nearest === null ? null : { at: nearest, hop: { from: state.at, direction } };
  }
  const by = key === 'ArrowDown' ? 1 : -1;
  if (state.hop !== null) {
    const siblings = neighboursOf(index, state.hop.from, state.hop.direction);
    const next = siblings[siblings.indexOf(state.at) + by];
    return next === undefined ? null : { at: next, hop: state.hop };
  }
  const near = nearestBox(index, state.at, by);
  return near === null ? null : { at: near, hop: null };
}

/** The boxes at the other ends of a box's edges, each once, from top to bottom; a self-loop leads nowhere. */
export function neighboursOf(index: SceneIndex, id: string, direction: 'out' | 'in'): readonly string[] {
  const edges = (direction === 'out' ? index.outgoing : index.incoming).get(id) ?? [];
  const ids = new Set(edges.map((edge) => (direction === 'out' ? edge.to : edge.from)));
  ids.delete(id);
  return [...ids].sort((a, b) => middle(index, a).y - middle(index, b).y || a.localeCompare(b));
}

/** Where walking begins: the box furthest to the top left. */
export function firstBox(index: SceneIndex): string | null {
  const boxes = [...index.boxes.values()].sort((a, b) => a.x + a.y - (b.x + b.y));
  return boxes[0]?.id ?? null;
}

function middle(index: SceneIndex, id: string) {
  const box = index.boxes.get(id);
  return box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function closestByHeight(index: SceneIndex, id: string, candidates: readonly string[]): string | null {
  const here = middle(index, id).y;
  const distance = (candidate: string) => Math.abs(middle(index, candidate).y - here);
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The nearest box above or below; sideways distance counts double, so that a column is kept to. */
function nearestBox(index: SceneIndex, id: string, by: 1 | -1): string | null {
  const here = middle(index, id);
  let best: { readonly id: string; readonly cost: number } | null = null;
  for (const candidate of index.boxes.keys()) {
    const there = middle(index, candidate);
    const forward = (there.y - here.y) * by;
    if (candidate === id || forward <= 0) continue;
    const cost = forward + 2 * Math.abs(there.x - here.x);
    if (best === null || cost < best.cost) best = { id: candidate, cost };
  }
  return best?.id ?? null;
}
