import type { CoverageCorrection, CoverageGap } from '../../../../shared/contract/reconcile-methods';
import { isoTime } from '../moments';
import type { Gap } from './log-gaps';
import type { TimeSpans } from './time-spans';

/**
 * What people said goes over what was found, in the order in which they said it. Their words are kept to the
 * millisecond: one that ends in the same millisecond as a gap means that gap's end.
 */
export function correctedBy(
  spans: TimeSpans,
  corrections: readonly CoverageCorrection[],
  gaps: readonly Gap[],
): TimeSpans {
  const endOf = (to: number): number =>
    gaps.reduce((end, gap) => (Math.floor(gap.to / 1000) === to ? Math.max(end, gap.to) : end), to * 1000);
  return corrections.reduce(
    (all, { from, to, isCovered }) => all.with(Date.parse(from) * 1000, endOf(Date.parse(to)), isCovered),
    spans,
  );
}

/** The gaps as they stand after corrections, in order of time, and those that a person closed. */
export function gapsLeft(
  found: readonly Gap[],
  corrections: readonly CoverageCorrection[],
  corrected: TimeSpans,
): { readonly gaps: readonly CoverageGap[]; readonly closedGaps: readonly CoverageGap[] } {
  const gaps: CoverageGap[] = [];
  const closedGaps: CoverageGap[] = [];
  for (const gap of [...found].sort((a, b) => a.from - b.from)) {
    const { because } = gap;
    const whole = { from: isoTime(gap.from), to: isoTime(gap.to), because };
    const left = corrections.length === 0 ? null : corrected.missingIn(gap.from, gap.to);
    if (left === null) gaps.push(whole);
    else if (left.length === 0) closedGaps.push(whole);
    else
      for (const [from, to] of left) {
        const isWhole = from === gap.from && to === gap.to;
        const said = `${because} It is a part of the gap that was found; a person says that the log was written in the rest.`;
        gaps.push(isWhole ? whole : { from: isoTime(from), to: isoTime(to), because: said });
      }
  }
  return { gaps, closedGaps };
}
