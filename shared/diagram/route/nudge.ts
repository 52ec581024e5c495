import { freeRange, type Range, type Surroundings } from './free-range';
import { orderTracks } from './order-tracks';
import { isAcross, joinSegments, type Route, segmentEnd, segmentStart } from './route';
import { settle } from './settle-tracks';
import { clustersOf, spacings, type Track } from './track';

/** A channel up to this wide is used from its middle; in wider ones a line stays where it was found. */
const channelWidth = 190;
/** A step between two segments shorter than this is taken out where both can run at one coordinate. */
const smallestStep = 14;

/**
 * Spreads segments that the search put on the same line: side by side, in the order that crosses least,
 * centred in the channel between cards; ports along a card's side likewise.
 */
export function nudge(routes: readonly Route[], surroundings: Surroundings): void {
  spread(routes, surroundings, false);
  spread(routes, surroundings, true);
  straighten(routes, surroundings);
  spread(routes, surroundings, false);
  spread(routes, surroundings, true);
}

function trackOf(route: Route, edge: number, index: number, surroundings: Surroundings): Track {
  const at = route.at[index] ?? 0;
  const start = segmentStart(route, index);
  const end = segmentEnd(route, index);
  const last = route.at.length - 1;
  const range = freeRange(route, index, surroundings);
  const sign = (neighbour: number) => {
    const beyond =
      neighbour < 0 || neighbour > last
        ? 0
        : neighbour < index
          ? segmentStart(route, neighbour) - at
          : segmentEnd(route, neighbour) - at;
    return Math.sign(beyond);
  };
  const atStart = sign(index - 1);
  const atEnd = sign(index + 1);
  return {
    edge,
    index,
    at,
    ideal: idealOf(route, index, range),
    low: range.low,
    high: range.high,
    from: Math.min(start, end),
    to: Math.max(start, end),
    turnAtFrom: start <= end ? atStart : atEnd,
    turnAtTo: start <= end ? atEnd : atStart,
  };
}

function idealOf(route: Route, index: number, { low, high }: Range): number {
  const at = route.at[index] ?? 0;
  const across = isAcross(route, index);
  const last = route.at.length - 1;
  const middles: number[] = [];
  if (index === 0) middles.push(middleOf(route.fromRow ?? route.from, across));
  if (index === last) middles.push(middleOf(route.toRow ?? route.to, across));
  if (middles.length > 0) {
    return clamp(middles.reduce((sum, middle) => sum + middle, 0) / middles.length, low, high);
  }
  if (high - low <= channelWidth) return (low + high) / 2;
  return clamp(at, low, high);
}

function middleOf(box: Route['from'], across: boolean): number {
  return across ? box.y + box.height / 2 : box.x + box.width / 2;
}

function spread(routes: readonly Route[], surroundings: Surroundings, across: boolean): void {
  const tracks: Track[] = [];
  for (const [edge, route] of routes.entries()) {
    for (let index = 0; index < route.at.length; index += 1) {
      if (isAcross(route, index) === across) tracks.push(trackOf(route, edge, index, surroundings));
    }
  }
  for (const cluster of clustersOf(tracks))
    settle(orderTracks(cluster), across ? spacings.across : spacings.down);
  for (const track of tracks) {
    const route = routes[track.edge];
    if (route !== undefined) route.at[track.index] = track.at;
  }
}

/** Takes out small steps: two segments that nearly line up become one where both can run there. */
function straighten(routes: readonly Route[], surroundings: Surroundings): void {
  for (const route of routes) {
    for (let index = 1; index < route.at.length - 1; index += 1) {
      const before = route.at[index - 1] ?? 0;
      const after = route.at[index + 1] ?? 0;
      if (Math.abs(before - after) > smallestStep) continue;
      const a = freeRange(route, index - 1, surroundings);
      const b = freeRange(route, index + 1, surroundings);
      const low = Math.max(a.low, b.low);
      const high = Math.min(a.high, b.high);
      if (low > high) continue;
      route.at[index - 1] = clamp((before + after) / 2, low, high);
      joinSegments(route, index);
      index -= 1;
    }
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
