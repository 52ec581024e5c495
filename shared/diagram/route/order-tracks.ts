import { runBeside, type Track } from './track';

const rounds = 4;
/** Beyond this many, improving by trial would take longer than it is worth. */
const maxTracks = 400;
/** A track is tried so many places up and down; those farther off it seldom runs beside. */
const maxPlaces = 40;

/** The tracks in the order, by rising `at`, in which their edges cross each other least. */
export function orderTracks(cluster: readonly Track[]): Track[] {
  const order = [...cluster].sort(
    (a, b) => a.at - b.at || a.ideal - b.ideal || a.edge - b.edge || a.index - b.index,
  );
  if (order.length < 2 || order.length > maxTracks) return order;
  for (let round = 0; round < rounds; round += 1) {
    let hasMoved = false;
    for (const track of [...order]) hasMoved = moveToBest(order, track) || hasMoved;
    if (!hasMoved) break;
  }
  return order;
}

/** Puts one track where it costs least among the others; of equal places the nearest. */
function moveToBest(order: Track[], track: Track): boolean {
  const current = order.indexOf(track);
  let best = current;
  let bestCost = 0;
  let cost = 0;
  for (let index = current - 1; index >= Math.max(0, current - maxPlaces); index -= 1) {
    const other = order[index];
    if (other !== undefined) cost += preference(track, other);
    if (cost < bestCost) [best, bestCost] = [index, cost];
  }
  cost = 0;
  for (let index = current + 1; index < Math.min(order.length, current + maxPlaces); index += 1) {
    const other = order[index];
    if (other !== undefined) cost -= preference(track, other);
    if (cost < bestCost) [best, bestCost] = [index, cost];
  }
  if (best === current) return false;
  order.splice(current, 1);
  order.splice(best, 0, track);
  return true;
}

/** Below zero where `a` should come before `b`: crossings with `a` first less crossings with `b` first. */
function preference(a: Track, b: Track): number {
  if (!runBeside(a, b)) return 0;
  if (a.high < b.low) return -100;
  if (b.high < a.low) return 100;
  const crossings = before(a, b) - before(b, a);
  if (crossings !== 0) return crossings;
  // Alike in crossings: the one that wants the lower place has it.
  return Math.sign(a.ideal - b.ideal) * 0.2 + Math.sign(a.at - b.at) * 0.1;
}

/** Crossings when `first` runs at a lower place than `second`. */
function before(first: Track, second: Track): number {
  let crossings = 0;
  if (first.turnAtFrom > 0 && inside(first.from, second)) crossings += 1;
  if (first.turnAtTo > 0 && inside(first.to, second)) crossings += 1;
  if (second.turnAtFrom < 0 && inside(second.from, first)) crossings += 1;
  if (second.turnAtTo < 0 && inside(second.to, first)) crossings += 1;
  return crossings;
}

function inside(place: number, track: Track): boolean {
  return place > track.from + 0.5 && place < track.to - 0.5;
}
