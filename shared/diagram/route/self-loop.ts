import type { Point, Rectangle } from '../scene';

const reach = { right: 18, up: 20, back: 84, out: 14 } as const;
/** Each further loop goes round the one before, with room above it for a line of words. */
const step = { right: 12, up: 20, back: 16, out: 9 } as const;

/**
 * A flow from a system to itself: out at the right, over the corner, in at the top; round the lower corner where
 * it would else run through what must stay free, such as a frame's heading.
 */
export function loopPoints(
  box: Rectangle,
  alreadyThere: number,
  toKeepFree: readonly Rectangle[] = [],
): readonly Point[] {
  const above = upperLoop(box, alreadyThere);
  const below = above.map(({ x, y }) => ({ x, y: 2 * box.y + box.height - y }));
  const meets = (points: readonly Point[]) => toKeepFree.some((other) => runsThrough(points, other));
  return meets(above) && !meets(below) ? below : above;
}

function runsThrough(points: readonly Point[], { x, y, width, height }: Rectangle): boolean {
  return points.slice(1).some((to, index) => {
    const from = points[index] ?? to;
    return (
      Math.min(from.x, to.x) < x + width &&
      Math.max(from.x, to.x) > x &&
      Math.min(from.y, to.y) < y + height &&
      Math.max(from.y, to.y) > y
    );
  });
}

function upperLoop(box: Rectangle, alreadyThere: number): readonly Point[] {
  const right = box.x + box.width;
  const outer = right + reach.right + alreadyThere * step.right;
  const top = box.y - reach.up - alreadyThere * step.up;
  const out = box.y + Math.min(reach.out + alreadyThere * step.out, box.height / 2);
  const back = right - Math.min(reach.back + alreadyThere * step.back, box.width / 2);
  return [
    { x: right, y: out },
    { x: outer, y: out },
    { x: outer, y: top },
    { x: back, y: top },
    { x: back, y: box.y },
  ];
}
