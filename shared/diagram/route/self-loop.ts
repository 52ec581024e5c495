import type { Point, Rectangle } from '../scene';

const reach = { right: 18, up: 20, back: 84, out: 14 } as const;
/** Each further loop goes round the one before, with room above it for a line of words. */
const step = { right: 12, up: 20, back: 16, out: 9 } as const;

/** A flow from a system to itself: out at the right, over the corner, in at the top. */
export function loopPoints(box: Rectangle, alreadyThere: number): readonly Point[] {
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
