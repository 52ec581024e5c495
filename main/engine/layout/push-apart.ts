import type { Rectangle } from '../../../shared/diagram/scene';
import { areWithin } from './plane';

export interface Shift {
  readonly dx: number;
  readonly dy: number;
}

/** Nearer to each other than this, two units would read as one. */
const tooNear = 20;
/** No more rounds than these for each unit: what is pinned can make them push each other about. */
const roundsPerUnit = 12;

/**
 * By how much units move aside for one that has grown to the right and downwards, and for one another: no
 * farther than they must, what stood below it down and what stood beside it to the right. What is fixed stays.
 */
export function pushApart(
  units: ReadonlyMap<string, Rectangle>,
  grown: { readonly id: string; readonly from: Rectangle; readonly to: Rectangle },
  fixed: ReadonlySet<string>,
  gap: number,
): ReadonlyMap<string, Shift> {
  const first = new Map(units).set(grown.id, grown.from);
  const now = new Map(units).set(grown.id, grown.to);
  const queue = [grown.id];
  for (let round = 0; queue.length > 0 && round < units.size * roundsPerUnit; round += 1) {
    const id = queue.shift() ?? '';
    const [from, to] = [first.get(id), now.get(id)];
    if (from === undefined || to === undefined) continue;
    for (const [other, at] of now) {
      const before = first.get(other);
      if (other === id || other === grown.id || fixed.has(other) || before === undefined) continue;
      // What stood as near before is no nearer now.
      if (!areWithin(to, at, tooNear) || (to === from && at === before)) continue;
      now.set(other, movedClear(at, before, from, to, gap));
      queue.push(other);
    }
  }
  const shifts = new Map<string, Shift>();
  for (const [id, before] of first) {
    const at = now.get(id) ?? before;
    if (id !== grown.id && at !== before) shifts.set(id, { dx: at.x - before.x, dy: at.y - before.y });
  }
  return shifts;
}

function movedClear(
  at: Rectangle,
  before: Rectangle,
  from: Rectangle,
  to: Rectangle,
  gap: number,
): Rectangle {
  const right = Math.max(0, to.x + to.width + gap - at.x);
  const down = Math.max(0, to.y + to.height + gap - at.y);
  const stoodBelow = before.y >= from.y + from.height - 0.5;
  const stoodBeside = before.x >= from.x + from.width - 0.5;
  const goesDown = stoodBelow === stoodBeside ? down <= right : stoodBelow;
  return goesDown ? { ...at, y: at.y + down } : { ...at, x: at.x + right };
}
