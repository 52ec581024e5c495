const hour = 3_600_000_000;
const day = 24 * hour;
const hoursAWeek = 168;
/** Presence is counted by the quarter-hour: what is shorter cannot be seen, and is never called a gap. */
const blindMicros = 20 * 60_000_000;

/** When a log was written, by quarter-hours with at least one line, in order of time. Microseconds UTC. */
export interface Presence {
  readonly quarter: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly events: readonly number[];
}

/** How a log usually goes on: what silence is like it, and what is not. */
export interface LogRhythm {
  readonly rule: 'heartbeats' | 'regular' | 'rhythm' | 'few lines';
  /** Longest silence that is not noticed at an average time of day; infinite where none would be. */
  readonly noticesMicros: number;
  /** How long after a line the next one is due at the latest; 0 where nobody can say. */
  readonly dueMicros: number;
  isUnusual(from: number, to: number): boolean;
  /** True for a silence so short that whatever came before it was probably still going on. */
  isShort(from: number, to: number): boolean;
}

/**
 * Estimates a log's rhythm from when its lines stand: heartbeats by their number a day; else a ceiling that
 * its silences reach again and again but never pass; else by hour of the week, how surprising it is that
 * every hour of a silence has no line. Robust to a few gaps: none of the estimates uses the extremes.
 */
export function estimateRhythm(
  presence: Presence,
  heartbeatsByDay: readonly (readonly [day: number, count: number])[],
): LogRhythm {
  const silences = silencesOf(presence);
  const beat = heartbeatPeriod(heartbeatsByDay);
  const ceiling = beat ?? busyCeiling(presence, silences) ?? silenceCeiling(silences);
  if (ceiling !== null) {
    const skips = silences.filter((s) => s > 1.5 * ceiling && s < 3.5 * ceiling).length;
    const usual = Math.max(1, totalOf(heartbeatsByDay) || silences.length);
    // Beats that are left out now and then are this log's habit, not gaps in it.
    const limit = Math.max(blindMicros, (skips > 2 && skips / usual > 0.01 ? 3.5 : 1.5) * ceiling);
    return {
      rule: beat === null ? 'regular' : 'heartbeats',
      noticesMicros: limit,
      dueMicros: ceiling,
      isUnusual: (from, to) => to - from > limit,
      isShort: (from, to) => to - from <= ceiling,
    };
  }
  return irregularRhythm(presence, silences);
}

const totalOf = (days: readonly (readonly [number, number])[]): number =>
  days.reduce((sum, [, count]) => sum + count, 0);

/** Silences longer than a quarter-hour, between neighbouring lines; shorter ones may be missed. */
function silencesOf({ first, last }: Presence): number[] {
  const silences: number[] = [];
  for (let i = 1; i < first.length; i += 1) {
    const silence = (first[i] ?? 0) - (last[i - 1] ?? 0);
    if (silence > 15 * 60_000_000) silences.push(silence);
  }
  return silences.sort((a, b) => a - b);
}

/** The time between heartbeats, where most days have the same number of them; else null. */
function heartbeatPeriod(byDay: readonly (readonly [number, number])[]): number | null {
  // The first and last day are seldom whole.
  const whole = byDay.length > 3 ? byDay.slice(1, -1) : byDay;
  if (totalOf(byDay) < 6) return null;
  const counts = whole.map(([, count]) => count).sort((a, b) => a - b);
  const usual = byDay.length > 3 ? medianOf(counts) : Math.max(...counts);
  if (usual > 1) {
    const steady = counts.filter((count) => Math.abs(count - usual) <= Math.max(1, usual * 0.1)).length;
    if (byDay.length <= 3) return null;
    return steady >= counts.length * 0.75 ? day / usual : null;
  }
  const steps: number[] = [];
  for (let i = 1; i < byDay.length; i += 1) steps.push((byDay[i]?.[0] ?? 0) - (byDay[i - 1]?.[0] ?? 0));
  steps.sort((a, b) => a - b);
  const step = medianOf(steps);
  return steps.filter((s) => s === step).length >= steps.length * 0.75 ? step * day : null;
}

/**
 * A log with a line in all but a few quarter-hours has about five or more in each: at random it would be
 * silent for three quarters about once in ten million.
 */
function busyCeiling({ quarter }: Presence, silences: readonly number[]): number | null {
  return quarter.length >= 96 && silences.length <= quarter.length * 0.005 ? 30 * 60_000_000 : null;
}

/**
 * A silence length that a log reaches again and again and does not pass: heartbeats under another name, a
 * nightly batch, a poll. Lines at random have no such length: a fifth of a hundredth would come that close.
 */
function silenceCeiling(silences: readonly number[]): number | null {
  if (silences.length < 12) return null;
  const high = silences[Math.floor(silences.length * 0.95)] ?? 0;
  const close = silences.filter((s) => s > high * 0.98 && s < high * 1.02).length;
  return close >= Math.max(4, silences.length * 0.1) ? high : null;
}

function irregularRhythm(presence: Presence, silences: readonly number[]): LogRhythm {
  const main = mainStretch(presence, silences);
  const lines = main.events.reduce((a, b) => a + b, 0);
  const first = main.first[0] ?? 0;
  const last = main.last.at(-1) ?? 0;
  if (lines < 8 || last - first < hour) {
    const limit = Math.max(30 * day, 3 * (last - first));
    return {
      rule: 'few lines',
      noticesMicros: Number.POSITIVE_INFINITY,
      dueMicros: 0,
      isUnusual: (from, to) => to - from > limit,
      isShort: () => false,
    };
  }
  const hours = Math.max(1, (last - first) / hour);
  // One false alarm in ten thousand logs, were the hours independent of each other; they are not quite.
  const threshold = Math.log(hours) + Math.log(10_000);
  let weights = weekWeights(main, []);
  let factor = 1;
  for (let round = 0; round < 2; round += 1) {
    const surprise = surpriseIn(weights);
    factor = burstiness(main, surprise);
    const gaps: [number, number][] = [];
    for (let i = 1; i < main.first.length; i += 1) {
      const [from, to] = [main.last[i - 1] ?? 0, main.first[i] ?? 0];
      if (to - from > hour && surprise(from, to) > threshold * factor) gaps.push([from, to]);
    }
    if (gaps.length === 0) break;
    weights = weekWeights(main, gaps);
  }
  const surprise = surpriseIn(weights);
  const mean = weights.reduce((a, b) => a + b, 0) / hoursAWeek;
  return {
    rule: 'rhythm',
    noticesMicros: Math.max(blindMicros, ((threshold * factor) / mean) * hour),
    dueMicros: Math.min(day, hour / mean),
    isUnusual: (from, to) => to - from > blindMicros && surprise(from, to) > threshold * factor,
    isShort: (from, to) => surprise(from, to) <= Math.min(3, mean * 24 * 0.1),
  };
}

/**
 * The part of the log that most lines stand in. A line of 1970 or 2100 (a clock that was reset) must not
 * make the other lines look like one line in a thousand years.
 */
function mainStretch(presence: Presence, silences: readonly number[]): Presence {
  const usual = silences[Math.floor(silences.length * 0.9)] ?? 0;
  const split = Math.max(60 * day, 20 * usual);
  let best: [number, number, number] = [0, 0, -1];
  let start = 0;
  let events = 0;
  for (let i = 0; i < presence.first.length; i += 1) {
    if (i > start && (presence.first[i] ?? 0) - (presence.last[i - 1] ?? 0) > split) {
      if (events > best[2]) best = [start, i, events];
      start = i;
      events = 0;
    }
    events += presence.events[i] ?? 0;
  }
  if (events > best[2]) best = [start, presence.first.length, events];
  const [from, to] = best;
  return {
    quarter: presence.quarter.slice(from, to),
    first: presence.first.slice(from, to),
    last: presence.last.slice(from, to),
    events: presence.events.slice(from, to),
  };
}

const slotOf = (hourIndex: number): number => (((hourIndex + 96) % hoursAWeek) + hoursAWeek) % hoursAWeek;

/** For each hour of the week from Sunday 00:00 UTC, minus the logarithm of its chance to have no line. */
function weekWeights(presence: Presence, gaps: readonly (readonly [number, number])[]): Float64Array {
  const firstHour = Math.floor((presence.quarter[0] ?? 0) / 4);
  const lastHour = Math.floor((presence.quarter.at(-1) ?? 0) / 4);
  const days = (lastHour - firstHour + 1) / 24;
  const classOf = (slot: number): number => {
    const hourOfDay = slot % 24;
    const isWeekend = slot < 24 || slot >= 144;
    if (days >= 56) return slot;
    if (days >= 10) return hourOfDay + (isWeekend ? 24 : 0);
    return days >= 3 ? hourOfDay : 0;
  };
  const seen = new Float64Array(hoursAWeek);
  const active = new Float64Array(hoursAWeek);
  const count = (into: Float64Array, hourIndex: number, by: number): void => {
    const slot = classOf(slotOf(hourIndex));
    into[slot] = (into[slot] ?? 0) + by;
  };
  for (let h = firstHour; h <= lastHour; h += 1) count(seen, h, 1);
  for (const [from, to] of gaps) {
    for (let h = Math.floor(from / hour) + 1; h < Math.floor(to / hour); h += 1) count(seen, h, -1);
  }
  let previous = Number.NaN;
  for (const quarter of presence.quarter) {
    const h = Math.floor(quarter / 4);
    if (h !== previous) count(active, h, 1);
    previous = h;
  }
  return Float64Array.from({ length: hoursAWeek }, (_, slot) => {
    const n = seen[classOf(slot)] ?? 0;
    const k = active[classOf(slot)] ?? 0;
    return -Math.log(1 - (k + 0.25) / (n + 0.5 + Math.max(0, k - n)));
  });
}

/** How surprising a silence is: the weights of its hours, partial ones in part, whole weeks at once. */
function surpriseIn(weights: Float64Array): (from: number, to: number) => number {
  const sums = new Float64Array(hoursAWeek + 1);
  for (let i = 0; i < hoursAWeek; i += 1) sums[i + 1] = (sums[i] ?? 0) + (weights[i] ?? 0);
  const week = sums[hoursAWeek] ?? 0;
  const upTo = (time: number): number => {
    const hours = time / hour + 96;
    const weeks = Math.floor(hours / hoursAWeek);
    const rest = hours - weeks * hoursAWeek;
    const whole = Math.floor(rest);
    return weeks * week + (sums[whole] ?? 0) + (rest - whole) * (weights[whole] ?? 0);
  };
  return (from, to) => upTo(to) - upTo(from);
}

/** Lines that come in bursts leave longer silences than their number tells: how much longer. */
function burstiness(presence: Presence, surprise: (from: number, to: number) => number): number {
  const found: number[] = [];
  for (let i = 1; i < presence.first.length; i += 1) {
    const [from, to] = [presence.last[i - 1] ?? 0, presence.first[i] ?? 0];
    if (to - from > 15 * 60_000_000) found.push(surprise(from, to));
  }
  if (found.length < 50) return 1;
  found.sort((a, b) => a - b);
  const high = found[Math.floor(found.length * 0.98)] ?? 0;
  return Math.min(6, Math.max(1, high / 5));
}

const medianOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;
