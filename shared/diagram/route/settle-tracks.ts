import { couldMeet, type Track } from './track';

const leastSpacing = 2.5;
const rounds = 24;

/**
 * Gives every track of an ordered cluster its place: as near its ideal as order and spacing allow. Where a
 * channel is too narrow for the spacing its lines draw together; those in wider ones do not.
 */
export function settle(tracks: readonly Track[], spacing: number): void {
  if (tracks.length === 1) {
    for (const track of tracks) track.at = track.ideal;
    return;
  }
  const before = predecessorsOf(tracks);
  for (let gap = spacing; ; gap *= 0.8) {
    const latest = latestPlaces(tracks, before, gap);
    const isPossible = earliestPlaces(tracks, before, gap).every(
      (place, index) => place <= (latest[index] ?? place) + 0.01,
    );
    if (!isPossible && gap > leastSpacing) continue;
    relax(tracks, before, spacing);
    keepOrder(tracks, before, gap, latest);
    return;
  }
}

/** For each track, the indexes of those before it that it must keep its distance from. */
function predecessorsOf(tracks: readonly Track[]): readonly (readonly number[])[] {
  return tracks.map((track, index) => {
    const found: number[] = [];
    for (let other = 0; other < index; other += 1) {
      const candidate = tracks[other];
      if (candidate !== undefined && couldMeet(candidate, track)) found.push(other);
    }
    return found;
  });
}

type Predecessors = readonly (readonly number[])[];

function earliestPlaces(tracks: readonly Track[], before: Predecessors, gap: number): readonly number[] {
  const places: number[] = [];
  for (const [index, track] of tracks.entries()) {
    let place = track.low;
    for (const other of before[index] ?? []) place = Math.max(place, (places[other] ?? place) + gap);
    places.push(place);
  }
  return places;
}

function latestPlaces(tracks: readonly Track[], before: Predecessors, gap: number): readonly number[] {
  const places = tracks.map((track) => track.high);
  for (let index = tracks.length - 1; index >= 0; index -= 1) {
    const limit = (places[index] ?? 0) - gap;
    for (const other of before[index] ?? []) places[other] = Math.min(places[other] ?? limit, limit);
  }
  return places;
}

/** Starts from the ideals and moves apart, half each, what is too near. */
function relax(tracks: readonly Track[], before: Predecessors, gap: number): void {
  for (const track of tracks) track.at = clamp(track.ideal, track.low, track.high);
  for (let round = 0; round < rounds; round += 1) {
    let isSettled = true;
    for (const [index, track] of tracks.entries()) {
      for (const earlier of before[index] ?? []) {
        const other = tracks[earlier];
        if (other === undefined) continue;
        const missing = other.at + gap - track.at;
        if (missing <= 0.01) continue;
        isSettled = false;
        other.at = clamp(other.at - missing / 2, other.low, other.high);
        track.at = clamp(track.at + missing / 2, track.low, track.high);
      }
    }
    if (isSettled) return;
  }
}

/** Makes sure of the order and of the gap that is possible everywhere. */
function keepOrder(
  tracks: readonly Track[],
  before: Predecessors,
  gap: number,
  latest: readonly number[],
): void {
  for (const [index, track] of tracks.entries()) {
    let place = track.at;
    for (const earlier of before[index] ?? []) place = Math.max(place, (tracks[earlier]?.at ?? place) + gap);
    track.at = clamp(Math.min(place, latest[index] ?? place), track.low, track.high);
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
