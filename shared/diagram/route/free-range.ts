import type { Rectangle } from '../scene';
import { isAcross, type Route, segmentEnd, segmentStart } from './route';

/** What edges must keep away from. */
export interface Surroundings {
  readonly boxes: readonly Rectangle[];
  readonly frames: readonly Rectangle[];
}

/** Distances that a line keeps: from other cards, from the cards it joins (room for its end mark), from a frame's border beside which it runs, and of a port from a card's corner. */
const clearance = 8;
const stub = { leaving: 14, entering: 22 } as const;
const borderClearance = 7;
const portInset = 10;
/** A frame's border counts where a line runs beside it for longer than this. */
const besideAtLeast = 24;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How far a segment can be moved sideways without coming under a card; one point where there is no room. */
export function freeRange(route: Route, index: number, { boxes, frames }: Surroundings): Range {
  const across = isAcross(route, index);
  const at = route.at[index] ?? 0;
  const start = segmentStart(route, index);
  const end = segmentEnd(route, index);
  const from = Math.min(start, end);
  const to = Math.max(start, end);
  const last = route.at.length - 1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  const keepFrom = (near: number, far: number, away: number) => {
    if (at >= (near + far) / 2) low = Math.max(low, far + away);
    else high = Math.min(high, near - away);
  };
  for (const box of boxes) {
    const isOwn = (index === 0 && box === route.from) || (index === last && box === route.to);
    if (isOwn) continue;
    const spanLow = across ? box.x : box.y;
    const spanHigh = across ? box.x + box.width : box.y + box.height;
    let away: number = clearance;
    if (index === 1 && box === route.from) away = stub.leaving;
    if (index === last - 1 && box === route.to) away = stub.entering;
    if (spanHigh + clearance <= from || spanLow - clearance >= to) continue;
    keepFrom(across ? box.y : box.x, across ? box.y + box.height : box.x + box.width, away);
  }
  for (const frame of frames) {
    const spanLow = across ? frame.x : frame.y;
    const spanHigh = across ? frame.x + frame.width : frame.y + frame.height;
    if (Math.min(to, spanHigh) - Math.max(from, spanLow) < besideAtLeast) continue;
    const near = across ? frame.y : frame.x;
    const far = across ? frame.y + frame.height : frame.x + frame.width;
    keepFrom(near, near, borderClearance);
    keepFrom(far, far, borderClearance);
  }
  if (index === 0) [low, high] = onSide(route.fromRow ?? route.from, across, low, high, at);
  if (index === last) [low, high] = onSide(route.toRow ?? route.to, across, low, high, at);
  if (low > high) return { low: at, high: at };
  return { low, high };
}

/** Keeps a port on its card's side; where other cards leave it no room there, it stays where it was found. */
function onSide(box: Rectangle, across: boolean, low: number, high: number, at: number): [number, number] {
  const size = across ? box.height : box.width;
  const start = across ? box.y : box.x;
  const inset = Math.min(portInset, size / 4);
  const inner: [number, number] = [Math.max(low, start + inset), Math.min(high, start + size - inset)];
  if (inner[0] <= inner[1]) return inner;
  const found = Math.min(start + size, Math.max(start, at));
  return [found, found];
}
