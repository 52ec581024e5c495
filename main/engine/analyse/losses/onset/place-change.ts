import { logBeta } from '../loss-pattern/exact-test';
import type { Stretch } from './scan';

/** A moment known only as lying between two; microseconds since 1970 UTC. */
export interface Between {
  readonly earliest: number;
  readonly latest: number;
  /** When the rows at the two ends were sent: the last of the one side and the first of the other. */
  readonly timeBefore: number;
  readonly timeAfter: number;
  /** Share of the posterior between them, under the prior of `priorOf`. */
  readonly certainty: number;
  /** Where the change nearly surely lies: wider than the interval where too little was lost to tell it better. */
  readonly sure: { readonly earliest: number; readonly latest: number };
}

export interface Tally {
  readonly lost: number;
  readonly total: number;
}

const dayMicros = 86_400_000_000;
/** An interval is widened until it holds the change with this certainty, */
const wanted = 0.998;
/**
 * or, where that takes more than two days, cut to the two likeliest days if the change is likelier in them than
 * not. The certainty is kept (of simulated onsets, about as many lie within as it says), so a lower limit would
 * place more of them wrong than right.
 */
const neededOfTwoDays = 0.5;
/** What an onset is placed within to be of use; microseconds. */
export const twoDays = 2 * dayMicros;
/** What rounding to whole milliseconds can add to a time that is not at midnight. */
const rounding = 2000;
/** Above this posterior of no change at all, none is reported. */
const doubtAllowed = 0.05;

/** Midnights (UTC) after `from` and up to `to`. */
const midnightsIn = (from: number, to: number): number =>
  Math.floor(to / dayMicros) - Math.floor(from / dayMicros);

/**
 * How likely a change is between two moments before anything is known of the losses, but for a factor: what
 * people change takes effect from a date as often as at any other moment. So half of the weight lies evenly
 * over time, half on the midnights.
 */
const priorOf = (from: number, to: number): number =>
  Math.max(to - from, 1) + dayMicros * midnightsIn(from, to);

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
  const last = isEnd
    ? area.to - 1
    : isFirstLossOfAll(lostIn, area, stretch, elsewhere)
      ? stretch.from
      : stretch.to - 1;
  if (last < first) return null;
  const whole = priorOf(time[first - 1] ?? 0, time[last] ?? 0);
  const logWeight = new Float64Array(last - first + 1);
  let most = Number.NEGATIVE_INFINITY;
  let mode = first;
  for (let at = first; at <= last; at++) {
    const prior = priorOf(time[at - 1] ?? 0, time[at] ?? 0);
    const weight =
      (isEnd ? logLikelihood(stretch.from, at) : logLikelihood(at, stretch.to)) + Math.log(prior / whole);
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
  while (certainty < wanted && (low > first || high < last)) {
    const isLower = high >= last || (low > first && share(low - 1) >= share(high + 1));
    certainty += share(isLower ? --low : ++high);
  }
  const edge = (at: number): number => time[at] ?? 0;
  const sure = { earliest: edge(low - 1), latest: edge(high) };
  if (sure.latest - sure.earliest > twoDays) {
    const likeliest = likeliestWindow(low, high, edge, share);
    if (likeliest.certainty >= neededOfTwoDays) return { ...likeliest, sure };
  }
  return {
    ...sure,
    timeBefore: sure.earliest,
    timeAfter: sure.latest,
    certainty: Math.min(1, certainty),
    sure,
  };
}

/**
 * True where nothing at all was lost before the stretch and nothing that was sent in it arrived: there is no loss
 * that its first one could be like, so that it began with that one at the latest.
 */
const isFirstLossOfAll = (
  lostIn: (from: number, to: number) => number,
  area: Stretch,
  { from, to }: Stretch,
  elsewhere: Tally,
): boolean =>
  from > area.from && elsewhere.lost === 0 && lostIn(area.from, from) === 0 && lostIn(from, to) === to - from;

/** The two days that hold most of the posterior over the gaps from `low` to `high`. */
function likeliestWindow(
  low: number,
  high: number,
  edge: (at: number) => number,
  share: (at: number) => number,
): Omit<Between, 'sure'> {
  // Entry i is the posterior before row low - 1 + i.
  const before = [0];
  for (let at = low; at <= high; at++) before.push((before.at(-1) ?? 0) + share(at));
  const rowAfter = (moment: number): number => {
    let [from, to] = [low - 1, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (edge(middle) < moment) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  /** The posterior up to a moment; within a gap it is spread as the prior is. */
  const posteriorUpTo = (moment: number): number => {
    if (moment <= edge(low - 1)) return 0;
    if (moment >= edge(high)) return before.at(-1) ?? 0;
    const at = rowAfter(moment);
    const part = priorOf(edge(at - 1), moment) / priorOf(edge(at - 1), edge(at));
    return (before[at - low] ?? 0) + share(at) * part;
  };
  let best = { earliest: 0, latest: 0, certainty: -1 };
  const tryWindow = (earliest: number, width: number): void => {
    const latest = earliest + width;
    // A microsecond earlier, as a window that begins at midnight holds it.
    const certainty = posteriorUpTo(latest) - posteriorUpTo(earliest - 1);
    if (certainty > best.certainty) best = { earliest, latest, certainty };
  };
  // What a window that slides holds changes evenly but where an end of it passes a row or a midnight.
  const firstMidnight = Math.ceil(edge(low - 1) / dayMicros) * dayMicros;
  for (let midnight = firstMidnight; midnight <= edge(high); midnight += dayMicros)
    for (const earliest of [midnight, midnight - twoDays]) tryWindow(earliest, twoDays);
  for (let at = low - 1; at <= high; at++)
    for (const earliest of [edge(at) - twoDays + rounding, edge(at)])
      tryWindow(Math.ceil(earliest), twoDays - rounding);
  const { earliest, latest, certainty } = best;
  const after = rowAfter(earliest);
  return {
    earliest,
    latest,
    timeBefore: edge(edge(after) > earliest ? Math.max(after - 1, low - 1) : after),
    timeAfter: edge(rowAfter(latest)),
    certainty,
  };
}
