import type { OutcomeRows } from '../../reconcile/outcome-rows';
import { type Between, placeChange, type Tally } from './place-change';
import { findStretch, runningTotal, type Stretch } from './scan';

/** A time in which more was lost than before and after. */
export interface Spell {
  /** Null where the losses were there when the logs begin. */
  readonly began: Between | null;
  /** Null where they go on to the end of the logs. */
  readonly ended: Between | null;
  readonly stretch: Stretch;
  readonly lost: number;
  readonly total: number;
}

/** One spell at all is reported at this level; further ones beside it have to be clearer. */
export const onsetLevel = 0.001;
const furtherLevel = 0.001;
/** A change that cannot be placed better than this share of the whole time is drift, not an onset. */
const widestShare = 0.25;
const mostSpells = 8;

/**
 * Spells of loss in rows that are in order of time; none where losses fall evenly over it. `elsewhere`: like
 * rows that are not among these and show how often one is lost outside a spell.
 */
export function findSpells(
  rows: OutcomeRows,
  elsewhere: Tally = { lost: 0, total: 0 },
  level = onsetLevel,
): readonly Spell[] {
  const lostBefore = runningTotal(rows.lost);
  const wholeTime = (rows.time.at(-1) ?? 0) - (rows.time[0] ?? 0);
  const place = (around: Stretch, stretch: Stretch, isEnd: boolean): Between | null =>
    placeChange(rows.time, lostBefore, around, stretch, isEnd, elsewhere);
  const stretches: { stretch: Stretch; area: Stretch }[] = [];
  const search = (area: Stretch, level: number): void => {
    if (stretches.length >= mostSpells) return;
    const stretch = findStretch(lostBefore, area, level);
    if (!stretch || (stretch.from === area.from && stretch.to === area.to)) return;
    stretches.push({ stretch, area });
    search({ from: area.from, to: stretch.from }, furtherLevel);
    search({ from: stretch.to, to: area.to }, furtherLevel);
  };
  search({ from: 0, to: rows.count }, level);
  stretches.sort((a, b) => a.stretch.from - b.stretch.from);
  joinTouching(stretches);
  const spells: Spell[] = [];
  for (const [index, { stretch, area }] of [...stretches.entries()].reverse()) {
    // Only up to the neighbouring spells: their losses would pull the change towards them. Losses that grow
    // worse in steps are spells that touch: one's end is the next one's beginning, measured against the one.
    const previous = stretches[index - 1]?.stretch;
    const touches = previous?.to === stretch.from;
    const around = {
      from: Math.max(area.from, (touches ? previous?.from : previous?.to) ?? 0),
      to: Math.min(area.to, stretches[index + 1]?.stretch.from ?? rows.count),
    };
    const ended =
      stretch.to === rows.count
        ? null
        : stretch.to < around.to
          ? place(around, stretch, true)
          : (spells[0]?.began ?? null);
    spells.unshift({
      began: stretch.from > 0 ? place(around, stretch, false) : null,
      ended,
      stretch,
      lost: (lostBefore[stretch.to] ?? 0) - (lostBefore[stretch.from] ?? 0),
      total: stretch.to - stretch.from,
    });
  }
  return spells.filter(
    ({ began, ended }) => Math.min(widthOf(began), widthOf(ended)) <= widestShare * wholeTime,
  );
}

/** A few rows between two long stretches belong to neither by more than chance: the one ends where the other begins. */
function joinTouching(stretches: { stretch: Stretch }[]): void {
  stretches.forEach((one, index) => {
    const next = stretches[index + 1]?.stretch;
    if (!next) return;
    const between = next.from - one.stretch.to;
    const shorter = Math.min(one.stretch.to - one.stretch.from, next.to - next.from);
    if (20 * between < shorter) one.stretch = { from: one.stretch.from, to: next.from };
  });
}

const widthOf = (between: Between | null): number =>
  between === null ? Number.POSITIVE_INFINITY : between.latest - between.earliest;
