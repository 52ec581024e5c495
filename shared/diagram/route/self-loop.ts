import type { Point, Rectangle } from '../scene';

const reach = 18;
const step = 9;

/** A flow from a system to itself: out at the right, over the corner, in at the top. */
export function loopPoints(box: Rectangle, alreadyThere: number): readonly Point[] {
  const further = alreadyThere * step;
  const right = box.x + box.width;
  const out = Math.min(14 + further, box.height / 2);
  const back = Math.min(20 + further * 1.6, box.width / 2);
  return [
    { x: right, y: box.y + out },
    { x: right + reach + further, y: box.y + out },
    { x: right + reach + further, y: box.y - reach - further },
    { x: right - back, y: box.y - reach - further },
    { x: right - back, y: box.y },
  ];
}
