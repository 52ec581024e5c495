import type { CoverageRow, TimeSpan } from '../../shared/contract/reconcile-methods';

/** A stretch in which a log cannot speak; milliseconds, infinite where it has no end. */
export interface BlindStretch {
  readonly from: number;
  readonly to: number;
  /** True where a person says that the log is incomplete; false where its own lines show it. */
  readonly isSaid: boolean;
}

/**
 * Everything that a log does not cover: before its first line, after its last, its gaps, and what a person has
 * said to be incomplete. A gap that a person has said to be covered is none. Without a log it is all of time.
 */
export function blindStretches(
  row: Pick<CoverageRow, 'spans' | 'corrections'> | undefined,
): readonly BlindStretch[] {
  const said = (row?.corrections ?? []).filter((correction) => !correction.isCovered);
  const stretches: BlindStretch[] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const span of row?.spans ?? []) {
    stretches.push(...stretchOf(at, Date.parse(span.from), said));
    at = Date.parse(span.to);
  }
  stretches.push(...stretchOf(at, Number.POSITIVE_INFINITY, said));
  return stretches;
}

/** The least time between two spans that is a stretch of its own: they are kept to a microsecond. */
const leastMs = 1;

function stretchOf(from: number, to: number, said: readonly TimeSpan[]): readonly BlindStretch[] {
  if (to - from <= leastMs) return [];
  const isSaid = said.some(
    (correction) =>
      Date.parse(correction.from) <= from + leastMs && Date.parse(correction.to) >= to - leastMs,
  );
  return [{ from, to, isSaid }];
}
