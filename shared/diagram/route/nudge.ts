import { freeRange, type Range, type Surroundings } from './free-range';
import { orderTracks, type Track } from './order-tracks';
import { isAcross, joinSegments, type Route, segmentEnd, segmentStart } from './route';

/** Distance between lines that run side by side; less where there is no room for it. */
const spacing = 11;
const leastSpacing = 2.5;
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

function spread(routes: readonly Route[], surroundings: Surroundings, across: boolean): void {
  const tracks: Track[] = [];
  for (const [edge, route] of routes.entries()) {
    for (let index = 0; index < route.at.length; index += 1) {
      if (isAcross(route, index) === across) tracks.push(trackOf(route, edge, index, surroundings));
    }
  }
  for (const cluster of clustersOf(tracks)) {
    const ordered = orderTracks(cluster);
    settle(ordered);
    for (const track of ordered) {
      const route = routes[track.edge];
      if (route !== undefined) route.at[track.index] = track.at;
    }
  }
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
  if (index === 0) middles.push(middleOf(route.from, across));
  if (index === last) middles.push(middleOf(route.to, across));
  if (middles.length > 0) {
    return clamp(middles.reduce((sum, middle) => sum + middle, 0) / middles.length, low, high);
  }
  if (high - low <= channelWidth) return (low + high) / 2;
  return clamp(at, low, high);
}

function middleOf(box: Route['from'], across: boolean): number {
  return across ? box.y + box.height / 2 : box.x + box.width / 2;
}

/** Tracks that run beside each other and could come into each other's way, directly or through others. */
function clustersOf(tracks: readonly Track[]): readonly (readonly Track[])[] {
  const sorted = [...tracks].sort((a, b) => a.from - b.from || a.edge - b.edge || a.index - b.index);
  const parents = sorted.map((_, index) => index);
  const root = (index: number): number => {
    let current = index;
    for (let parent = parents[current] ?? current; parent !== current; parent = parents[current] ?? current) {
      parents[current] = parents[parent] ?? parent;
      current = parent;
    }
    return current;
  };
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j];
      if (b === undefined || b.from > a.to + spacing) break;
      if (couldMeet(a, b)) parents[root(j)] = root(i);
    }
  }
  const clusters = new Map<number, Track[]>();
  for (const [index, track] of sorted.entries()) {
    const key = root(index);
    const cluster = clusters.get(key);
    if (cluster === undefined) clusters.set(key, [track]);
    else cluster.push(track);
  }
  return [...clusters.values()];
}

function couldMeet(a: Track, b: Track): boolean {
  const reach = 2 * spacing;
  const near = Math.abs(a.ideal - b.ideal) < reach || Math.abs(a.at - b.at) < reach;
  return (
    a.edge !== b.edge &&
    (near || (a.low < b.high && b.low < a.high && a.high - a.low < 400 && b.high - b.low < 400))
  );
}

/** Gives every track of an ordered cluster its place: as near its ideal as order and spacing allow. */
function settle(tracks: readonly Track[]): void {
  for (let gap = spacing; ; gap *= 0.8) {
    const highest = latestPlaces(tracks, gap);
    const isFeasible = earliestPlaces(tracks, gap).every(
      (place, index) => place <= (highest[index] ?? place) + 0.01,
    );
    if (!isFeasible && gap > leastSpacing) continue;
    relax(tracks, gap, highest);
    return;
  }
}

function overlaps(a: Track, b: Track): boolean {
  return a.edge !== b.edge && a.from < b.to + 5 && b.from < a.to + 5;
}

function earliestPlaces(tracks: readonly Track[], gap: number): readonly number[] {
  const places: number[] = [];
  for (const [index, track] of tracks.entries()) {
    let place = track.low;
    for (let before = 0; before < index; before += 1) {
      const other = tracks[before];
      if (other !== undefined && overlaps(other, track))
        place = Math.max(place, (places[before] ?? place) + gap);
    }
    places.push(place);
  }
  return places;
}

function latestPlaces(tracks: readonly Track[], gap: number): readonly number[] {
  const places: number[] = new Array(tracks.length).fill(0);
  for (let index = tracks.length - 1; index >= 0; index -= 1) {
    const track = tracks[index];
    if (track === undefined) continue;
    let place = track.high;
    for (let after = index + 1; after < tracks.length; after += 1) {
      const other = tracks[after];
      if (other !== undefined && overlaps(other, track))
        place = Math.min(place, (places[after] ?? place) - gap);
    }
    places[index] = place;
  }
  return places;
}

const rounds = 24;

function relax(tracks: readonly Track[], gap: number, latest: readonly number[]): void {
  for (const track of tracks) track.at = clamp(track.ideal, track.low, track.high);
  const pairs: [Track, Track][] = [];
  for (let i = 0; i < tracks.length; i += 1) {
    for (let j = i + 1; j < tracks.length; j += 1) {
      const a = tracks[i];
      const b = tracks[j];
      if (a !== undefined && b !== undefined && overlaps(a, b)) pairs.push([a, b]);
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    let isSettled = true;
    for (const [a, b] of pairs) {
      const missing = a.at + gap - b.at;
      if (missing <= 0.01) continue;
      isSettled = false;
      a.at = clamp(a.at - missing / 2, a.low, a.high);
      b.at = clamp(b.at + missing / 2, b.low, b.high);
    }
    if (isSettled) return;
  }
  for (const [index, track] of tracks.entries()) {
    let place = track.at;
    for (let before = 0; before < index; before += 1) {
      const other = tracks[before];
      if (other !== undefined && overlaps(other, track)) place = Math.max(place, other.at + gap);
    }
    track.at = clamp(Math.min(place, latest[index] ?? place), track.low, track.high);
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
