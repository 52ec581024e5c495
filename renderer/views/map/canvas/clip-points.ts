import type { Point, Rectangle } from '../../../../shared/diagram/scene';

/**
 * The parts of a line that lie within a rectangle, each as a line of its own. What is out of sight costs
 * nothing to draw: a dashed line across a large map has thousands of dashes.
 */
export function clipPoints(points: readonly Point[], to: Rectangle): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const end = points[index];
    if (from === undefined || end === undefined) continue;
    const inside = clipSegment(from, end, to);
    if (inside === null) {
      if (part.length > 0) parts.push(part);
      part = [];
      continue;
    }
    const [start, stop] = inside;
    const goesOn = part.length > 0 && isSame(part.at(-1), start);
    if (!goesOn && part.length > 0) parts.push(part);
    part = goesOn ? [...part, stop] : [start, stop];
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Liang and Barsky: the stretch of a segment within a rectangle, or null. */
function clipSegment(from: Point, end: Point, to: Rectangle): readonly [Point, Point] | null {
  const dx = end.x - from.x;
  const dy = end.y - from.y;
  let start = 0;
  let stop = 1;
  const borders = [
    [-dx, from.x - to.x],
    [dx, to.x + to.width - from.x],
    [-dy, from.y - to.y],
    [dy, to.y + to.height - from.y],
  ] as const;
  for (const [towards, room] of borders) {
    if (towards === 0) {
      if (room < 0) return null;
    } else if (towards < 0) start = Math.max(start, room / towards);
    else stop = Math.min(stop, room / towards);
  }
  if (start > stop) return null;
  const at = (share: number) => ({ x: from.x + dx * share, y: from.y + dy * share });
  return [start === 0 ? from : at(start), stop === 1 ? end : at(stop)];
}

const isSame = (a: Point | undefined, b: Point) => a !== undefined && a.x === b.x && a.y === b.y;
