import type { Rectangle } from '../../../shared/diagram/scene';
import type { Size } from './layout-input';

/** What stands on a plane and may not be covered: a group's frame, or a box without a group. */
export type Units = ReadonlyMap<string, Rectangle>;

/** Beyond so many, only the nearest are looked at for places beside them. */
const nearestTried = 40;

/**
 * The free place for a rectangle that lies nearest to a point: beside one of the units, or in line with
 * one, touching none. Null only where there are no units to lie beside.
 */
export function nearestFreePlace(
  size: Size,
  near: { readonly x: number; readonly y: number },
  units: readonly Rectangle[],
  gap: number,
): Rectangle | null {
  const close = [...units]
    .map((unit, index) => ({ unit, index, distance: distanceTo(unit, near) }))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, nearestTried)
    .map(({ unit }) => unit);
  const xs = new Set(close.flatMap((unit) => [unit.x + unit.width + gap, unit.x - gap - size.width, unit.x]));
  const ys = new Set(
    close.flatMap((unit) => [unit.y + unit.height + gap, unit.y - gap - size.height, unit.y]),
  );
  let best: Rectangle | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const x of xs) {
    for (const y of ys) {
      const candidate = { x, y, ...size };
      const dx = x + size.width / 2 - near.x;
      const dy = y + size.height / 2 - near.y;
      const distance = dx * dx + dy * dy;
      if (distance >= bestDistance - 1e-6) continue;
      if (units.some((unit) => areWithin(candidate, unit, gap - 0.5))) continue;
      [best, bestDistance] = [candidate, distance];
    }
  }
  return best;
}

/** Whether two rectangles come nearer to each other than the gap. */
export function areWithin(a: Rectangle, b: Rectangle, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

export function centreOf(box: Rectangle): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function distanceTo(box: Rectangle, point: { readonly x: number; readonly y: number }): number {
  const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
  return dx * dx + dy * dy;
}
