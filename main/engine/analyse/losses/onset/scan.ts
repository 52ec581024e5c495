import { logRatio } from '../loss-pattern/exact-test';
import { seededRandom } from './seeded-random';

/** A stretch of rows, half open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches are looked for between this many boundaries, then placed to the row. */
const blocks = 64;
const shuffles = 1999;
/** Above this many to be shuffled, the bound below decides alone. */
const mostShuffled = 20_000;

/** How much better "lost more often inside than outside" describes the rows than one rate throughout. */
export function gainOf(
  lostBefore: Int32Array,
  { from, to }: Stretch,
  { from: start, to: end }: Stretch,
): number {
  const lost = (a: number, b: number): number => (lostBefore[b] ?? 0) - (lostBefore[a] ?? 0);
  return logRatio(lost(from, to), to - from, lost(start, end), end - start);
}

/** Running total of lost rows: entry i counts those before row i. */
export function runningTotal(lost: Uint8Array): Int32Array {
  const total = new Int32Array(lost.length + 1);
  for (let i = 0; i < lost.length; i++) total[i + 1] = (total[i] ?? 0) + (lost[i] ?? 0);
  return total;
}

/**
 * The stretch within `area` whose rows are lost more often than the others there, or null when chance alone
 * would show one as clear in more than `level` of all orders of the same rows (a permutation test of the
 * largest likelihood ratio over all stretches, with a fixed seed so that the answer is always the same).
 */
export function findStretch(lostBefore: Int32Array, area: Stretch, level: number): Stretch | null {
  const n = area.to - area.from;
  const lost = (lostBefore[area.to] ?? 0) - (lostBefore[area.from] ?? 0);
  if (n < 8 || lost < 3 || lost === n) return null;
  const count = Math.min(blocks, n);
  const edges = Array.from({ length: count + 1 }, (_, b) => area.from + Math.floor((b * n) / count));
  const sums = edges.map((edge) => (lostBefore[edge] ?? 0) - (lostBefore[area.from] ?? 0));
  const best = bestBetween(edges, sums, n, lost);
  if (!best || !isBeyondChance(best.gain, edges, n, lost, level)) return null;
  return placeExactly(lostBefore, area, { from: edges[best.from] ?? 0, to: edges[best.to] ?? 0 });
}

interface Best {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

function bestBetween(
  edges: readonly number[],
  sums: readonly number[],
  n: number,
  lost: number,
): Best | null {
  let best: Best | null = null;
  const last = edges.length - 1;
  for (let from = 0; from < last; from++) {
    for (let to = from + 1; to <= last; to++) {
      const inside = (sums[to] ?? 0) - (sums[from] ?? 0);
      const gain = logRatio(inside, (edges[to] ?? 0) - (edges[from] ?? 0), lost, n);
      if (gain > (best?.gain ?? 0)) best = { from, to, gain };
    }
  }
  return best;
}

function isBeyondChance(
  gain: number,
  edges: readonly number[],
  n: number,
  lost: number,
  level: number,
): boolean {
  // One division of the lost is this clear with a chance below (n + 1) exp(-gain), since a binomial coefficient
  // lies between exp(n H) / (n + 1) and exp(n H); there are at most n + 1 of them, and so many stretches.
  const stretches = (edges.length * (edges.length - 1)) / 2;
  if (Math.log(stretches) + 2 * Math.log(n + 1) - gain < Math.log(level)) return true;
  const rarer = Math.min(lost, n - lost);
  if (gain < 3 || rarer > mostShuffled) return false;
  const allowed = Math.floor(level * (shuffles + 1)) - 1;
  const random = seededRandom(n * 31 + lost);
  const offset = edges[0] ?? 0;
  const blockOf = new Int32Array(n);
  for (let b = 0; b + 1 < edges.length; b++)
    blockOf.fill(b, (edges[b] ?? 0) - offset, (edges[b + 1] ?? 0) - offset);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let asClear = 0;
  for (let round = 0; round < shuffles; round++) {
    const drawn = new Array<number>(edges.length - 1).fill(0);
    // The first `rarer` places of a Fisher–Yates shuffle; continuing from the last order is as good as a new one.
    for (let i = 0; i < rarer; i++) {
      const j = i + Math.floor(random() * (n - i));
      const row = order[j] ?? 0;
      order[j] = order[i] ?? 0;
      order[i] = row;
      const block = blockOf[row] ?? 0;
      drawn[block] = (drawn[block] ?? 0) + 1;
    }
    const sums = [0];
    for (let b = 0; b + 1 < edges.length; b++) {
      const size = (edges[b + 1] ?? 0) - (edges[b] ?? 0);
      const inBlock = drawn[b] ?? 0;
      sums.push((sums[b] ?? 0) + (rarer === lost ? inBlock : size - inBlock));
    }
    if ((bestBetween(edges, sums, n, lost)?.gain ?? 0) >= gain && ++asClear > allowed) return false;
  }
  return true;
}

/** Moves both ends, in turn, to the row where the gain is greatest. */
function placeExactly(lostBefore: Int32Array, area: Stretch, rough: Stretch): Stretch {
  let { from, to } = rough;
  for (let round = 0; round < 4; round++) {
    const before = { from, to };
    let most = -1;
    for (let at = area.from; at < to; at++) {
      const gain = gainOf(lostBefore, { from: at, to }, area);
      if (gain > most) {
        most = gain;
        from = at;
      }
    }
    most = -1;
    for (let at = area.to; at > from; at--) {
      const gain = gainOf(lostBefore, { from, to: at }, area);
      if (gain > most) {
        most = gain;
        to = at;
      }
    }
    if (before.from === from && before.to === to) break;
  }
  return { from, to };
}
