import type { OutcomeRows } from '../../reconcile/outcome-rows';
import { logNormalTail } from './exact-test';

/**
 * Cochran–Mantel–Haenszel over slices of time, one-sided with continuity correction: the logarithm of the
 * chance of so many losses among the marked ones, if within each slice marked and unmarked were lost alike.
 * What only looks like a pattern because losses and the marked ones fell into the same days disappears here.
 */
export function logStratified(rows: OutcomeRows, isMarked: (row: number) => boolean, slices: number): number {
  // Rows without a time come first and are one slice: their order means nothing.
  const found = rows.time.findIndex((time) => !Number.isNaN(time));
  const timed = found < 0 ? rows.count : found;
  const edges = [0];
  for (let slice = 0; slice <= slices; slice++) {
    edges.push(timed + Math.floor((slice * (rows.count - timed)) / slices));
  }
  let excess = 0;
  let variance = 0;
  for (let slice = 0; slice + 1 < edges.length; slice++) {
    const from = edges[slice] ?? 0;
    const to = edges[slice + 1] ?? 0;
    const all = to - from;
    let marked = 0;
    let lost = 0;
    let both = 0;
    for (let i = from; i < to; i++) {
      const isLost = rows.lost[i] === 1;
      if (isLost) lost++;
      if (!isMarked(i)) continue;
      marked++;
      if (isLost) both++;
    }
    if (all < 2) continue;
    excess += both - (marked * lost) / all;
    variance += (marked * (all - marked) * lost * (all - lost)) / (all * all * (all - 1));
  }
  if (variance <= 0) return 0;
  return logNormalTail((excess - 0.5) / Math.sqrt(variance));
}
