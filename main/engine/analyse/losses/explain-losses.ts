import { type OutcomeRows, selectRows } from '../reconcile/outcome-rows';
import { type FoundPattern, findPatterns } from './loss-pattern/find-patterns';
import { findSpells, type Spell } from './onset/find-spells';

/** What the lost ones share, and when they were lost; empty where nothing stands out. */
export interface Explanation {
  /** In order of time. */
  readonly spells: readonly Spell[];
  /** Best first. */
  readonly patterns: readonly FoundPattern[];
  /** Combinations of values that were tested, in `considered` rows: those within the spells, if there are any. */
  readonly tested: number;
  readonly considered: number;
  readonly consideredLost: number;
  /** Whether one of the rows, by its index, was among those in which patterns were looked for. */
  readonly isConsidered: (row: number) => boolean;
  /** The patterns among whose rows only (those of any of them) the spells were placed; null for all rows. */
  readonly placedAmong: readonly FoundPattern[] | null;
}

/** A pattern places the spells only where it accounts for most of what was lost. */
const mostOfTheLost = 0.5;
/** Among the rows of a pattern, which is beyond chance itself, less evidence of an onset is asked for. */
const onsetLevelOfPattern = 0.01;

/**
 * Asks since when and what together, because each blurs the other: a pattern is looked for among the rows
 * of the time in which something was lost, and the time is placed among the rows that the pattern marks.
 * Rows must be in order of time.
 */
export function explainLosses(rows: OutcomeRows): Explanation {
  const timed = rows.time.some(Number.isNaN)
    ? selectRows(rows, (i) => !Number.isNaN(rows.time[i] ?? Number.NaN))
    : rows;
  let spells = findSpells(timed);
  let placedAmong: readonly FoundPattern[] | null = null;
  let isConsidered = isWithin(rows, spells);
  let within = selectRows(rows, isConsidered);
  let search = findPatterns(within);
  if (search.patterns.length > 0) {
    const marked = selectRows(timed, (i) => search.patterns.some((p) => p.matches(rows.set[i] ?? 0)));
    if (lostIn(marked) >= mostOfTheLost * lostIn(rows)) {
      const elsewhere = {
        lost: lostIn(timed) - lostIn(marked),
        total: timed.count - marked.count,
      };
      const sharper = findSpells(marked, elsewhere, onsetLevelOfPattern);
      if (sharper.length > 0) {
        const hadNone = spells.length === 0;
        spells = sharper;
        placedAmong = search.patterns;
        // The whole showed no onset, its marked part does: what came before belongs to no comparison.
        if (hadNone) {
          isConsidered = isWithin(rows, spells);
          within = selectRows(rows, isConsidered);
          const again = findPatterns(within);
          if (again.patterns.length > 0) search = again;
        }
      }
    }
  }
  return {
    spells,
    patterns: search.patterns,
    tested: search.tested,
    considered: within.count,
    consideredLost: lostIn(within),
    isConsidered,
    placedAmong,
  };
}

function lostIn(rows: OutcomeRows): number {
  let lost = 0;
  for (const one of rows.lost) lost += one;
  return lost;
}

function isWithin(rows: OutcomeRows, spells: readonly Spell[]): (row: number) => boolean {
  if (spells.length === 0) return () => true;
  const limits = spells.map(({ began, ended }) => [
    began?.earliest ?? Number.NEGATIVE_INFINITY,
    ended?.latest ?? Number.POSITIVE_INFINITY,
  ]);
  return (i) =>
    limits.some(([from, to]) => (rows.time[i] ?? 0) >= (from ?? 0) && (rows.time[i] ?? 0) <= (to ?? 0));
}
