/** One segment among those that run beside it. Along: its own axis; at: where it runs, athwart. */
export interface Track {
  /** Index of the route, and of the segment in it. */
  readonly edge: number;
  readonly index: number;
  at: number;
  readonly ideal: number;
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
  /** Which way the edge goes on at either end: -1 towards lower `at`, 1 towards higher, 0 it ends there. */
  readonly turnAtFrom: number;
  readonly turnAtTo: number;
}

/**
 * Distance between lines that run side by side; less where there is no room for it. Lines across carry
 * their words in one row and are kept apart by its height.
 */
export const spacings = { across: 17, down: 11 } as const;
const spacing = spacings.across;

/** Lines whose ends come this near would look like one line. */
const endDistance = 5;
/** Tracks that want to be farther apart than this do not meet, whatever room they have. */
const nearby = 44;

/** Whether two tracks of different edges have a stretch in common. */
export function runBeside(a: Track, b: Track): boolean {
  return a.edge !== b.edge && a.from < b.to + endDistance && b.from < a.to + endDistance;
}

/** Whether one could come into the other's way. */
export function couldMeet(a: Track, b: Track): boolean {
  return (
    runBeside(a, b) &&
    a.low < b.high + spacing &&
    b.low < a.high + spacing &&
    (Math.abs(a.ideal - b.ideal) < nearby || Math.abs(a.at - b.at) < nearby)
  );
}

/** Tracks that could meet, directly or through others. */
export function clustersOf(tracks: readonly Track[]): readonly (readonly Track[])[] {
  const sorted = [...tracks].sort((a, b) => a.ideal - b.ideal || a.edge - b.edge || a.index - b.index);
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
      if (b === undefined || b.ideal - a.ideal >= nearby) break;
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
