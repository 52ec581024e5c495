import { logBeta } from '../loss-pattern/exact-test';
import type { Stretch } from './scan';

/** A moment known only as lying between two; microseconds since 1970 UTC. */
export interface Between {
  readonly earliest: number;
  readonly latest: number;
  /** When the rows at the two ends were sent: the last of the one side and the first of the other. */
  readonly timeBefore: number;
  readonly timeAfter: number;
  /** Share of the posterior between them, under a uniform prior over time. */
  readonly certainty: number;
}

export interface Tally {
  readonly lost: number;
  readonly total: number;
}

const dayMicros = 86_400_000_000;
/** An interval is widened to the first while it stays under two days, and is never left below the second. */
const wanted = 0.998;
const needed = 0.8;
const widest = (47 / 24) * dayMicros;
/** Above this posterior of no change at all, none is reported. */
const doubtAllowed = 0.05;

/**
 * Where the losses of a stretch began, as an interval of time: the posterior of the change over every gap
 * between neighbouring rows, with both rates unknown (Jeffreys' prior) but for what the rows `elsewhere` say of
 * the one outside the stretch. `isEnd` places the end instead.
 */
export function placeChange(
  time: Float64Array,
  lostBefore: Int32Array,
  area: Stretch,
  stretch: Stretch,
  isEnd: boolean,
  elsewhere: Tally,
): Between | null {
  const all = area.to - area.from;
  const lostIn = (a: number, b: number): number => (lostBefore[b] ?? 0) - (lostBefore[a] ?? 0);
  const allLost = lostIn(area.from, area.to);
  const logLikelihood = (from: number, to: number): number => {
    const inside = to - from;
    const lost = lostIn(from, to);
    const lostOutside = allLost - lost + elsewhere.lost;
    const arrivedOutside = all - inside - (allLost - lost) + elsewhere.total - elsewhere.lost;
    return logBeta(lost + 0.5, inside - lost + 0.5) + logBeta(lostOutside + 0.5, arrivedOutside + 0.5);
  };
  // The change lies before row `at`; the rows on either side of it are at - 1 and at.
  const first = isEnd ? stretch.from + 1 : area.from + 1;
  const last = isEnd ? area.to - 1 : stretch.to - 1;
  if (last < first) return null;
  const whole = Math.max((time[last] ?? 0) - (time[first - 1] ?? 0), 1);
  const logWeight = new Float64Array(last - first + 1);
  let most = Number.NEGATIVE_INFINITY;
  let mode = first;
  for (let at = first; at <= last; at++) {
    const gap = Math.max((time[at] ?? 0) - (time[at - 1] ?? 0), 1);
    const weight =
      (isEnd ? logLikelihood(stretch.from, at) : logLikelihood(at, stretch.to)) + Math.log(gap / whole);
    logWeight[at - first] = weight;
    if (weight > most) {
      most = weight;
      mode = at;
    }
  }
  let sum = 0;
  for (const weight of logWeight) sum += Math.exp(weight - most);
  // As likely beforehand as a change at any moment: that there is none on this side.
  const none = Math.exp(
    (isEnd ? logLikelihood(stretch.from, area.to) : logLikelihood(area.from, stretch.to)) - most,
  );
  if (none > doubtAllowed * (sum + none)) return null;
  const share = (at: number): number =>
    at < first || at > last ? 0 : Math.exp((logWeight[at - first] ?? 0) - most) / sum;
  let low = mode;
  let high = mode;
  let certainty = share(mode);
  let earliest = time[low - 1] ?? 0;
  let latest = time[high] ?? 0;
  while (certainty < wanted && (low > first || high < last)) {
    const isLower = high >= last || (low > first && share(low - 1) >= share(high + 1));
    const gap = isLower ? share(low - 1) : share(high + 1);
    const end = isLower ? (time[low - 2] ?? 0) : (time[high + 1] ?? 0);
    const added = isLower ? earliest - end : end - latest;
    const room = widest - (latest - earliest);
    // Within a gap no moment is likelier than another: as much of it as fits is taken.
    const isCut = added > room && certainty >= needed;
    if (isCut && room <= 0) break;
    const part = isCut ? room / added : 1;
    if (isLower) {
      earliest -= part * added;
      low--;
    } else {
      latest += part * added;
      high++;
    }
    certainty += part * gap;
    if (isCut) break;
  }
  // One gap alone may be wider still: a moment that is nearly sure not to be cut off is worth the two days.
  const excess = latest - earliest - widest;
  const cut = low === high ? (certainty * excess) / (latest - earliest) : Number.POSITIVE_INFINITY;
  if (excess > 0 && certainty - cut >= needed) {
    earliest += excess;
    certainty -= cut;
  }
  return {
    earliest: Math.floor(earliest),
    latest: Math.ceil(latest),
    timeBefore: time[low - 1] ?? 0,
    timeAfter: time[high] ?? 0,
    certainty: Math.min(1, certainty),
  };
}
