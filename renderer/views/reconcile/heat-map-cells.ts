import type { ReconcileDay } from '../../../shared/contract/reconcile-methods';
import { type Disposition, dispositions } from '../../../shared/model/vocabulary';

export type Measure = Disposition | 'sent';

/** A stretch of days drawn as one column; `from` and `to` are ISO dates, both within it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface HeatCell {
  readonly sent: number;
  readonly value: number;
  /** 0: none of what was sent; 4: more than a fifth of it. */
  readonly shade: 0 | 1 | 2 | 3 | 4;
  /** More than half of what was sent cannot be judged: the number says less than it seems. */
  readonly isMostlyUnobservable: boolean;
  /** What became of most of them. */
  readonly most: Disposition;
}

export interface HeatMap {
  /** With what the measure comes to over all periods. */
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly name: string;
    readonly total: number;
  }[];
  /** Null stands for sends without a time, in the last column. */
  readonly periods: readonly (Period | null)[];
  /** Null where nothing was sent. */
  readonly cells: readonly (readonly (HeatCell | null)[])[];
}

export const grains = ['day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

const dayMs = 86_400_000;
const mostDays = 92;
const mostWeeks = 540;
/** More columns than this are nobody's picture; the last ones are then left out of it. */
const mostPeriods = 5000;

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** As fine as still fits a screen or three. */
export function grainFor(days: readonly ReconcileDay[]): Grain {
  const dated = days.flatMap((day) => (day.day === null ? [] : [Date.parse(day.day)]));
  const first = dated.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const last = dated.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  if (!(last - first >= mostDays * dayMs)) return 'day';
  return last - first < mostWeeks * dayMs ? 'week' : 'month';
}

/** Consecutive days, weeks from Monday, or months. */
export function periodsBetween(first: string, last: string, grain: Grain): readonly Period[] {
  const end = Date.parse(last);
  const periods: Period[] = [];
  let at = Date.parse(first);
  while (at <= end && periods.length < mostPeriods) {
    const next = startOfNext(at, grain);
    periods.push({ from: isoDay(at), to: isoDay(Math.min(end, next - dayMs)) });
    at = next;
  }
  return periods;
}

function startOfNext(at: number, grain: Grain): number {
  const date = new Date(at);
  if (grain === 'day') return at + dayMs;
  if (grain === 'week') return at + (7 - ((date.getUTCDay() + 6) % 7)) * dayMs;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Neighbouring columns under one heading: the days and weeks of a month, the months of a year. */
export interface PeriodGroup {
  /** ISO date of the first column; null for sends without a time. */
  readonly from: string | null;
  readonly first: number;
  readonly count: number;
}

export function periodGroups(periods: readonly (Period | null)[], grain: Grain): readonly PeriodGroup[] {
  const groups: { from: string | null; key: string; first: number; count: number }[] = [];
  for (const [index, period] of periods.entries()) {
    const key = period === null ? '' : period.from.slice(0, grain === 'month' ? 4 : 7);
    const last = groups.at(-1);
    if (last?.key === key) last.count += 1;
    else groups.push({ from: period?.from ?? null, key, first: index, count: 1 });
  }
  return groups.map(({ from, first, count }) => ({ from, first, count }));
}

function shadeOf(value: number, sent: number): HeatCell['shade'] {
  if (value === 0 || sent === 0) return 0;
  const share = value / sent;
  if (share > 0.2) return 4;
  if (share > 0.05) return 3;
  return share > 0.01 ? 2 : 1;
}

/** The flows' days as a matrix of one measure; flows with the most of it first. */
export function heatMap(
  days: readonly ReconcileDay[],
  measure: Measure,
  grain: Grain = grainFor(days),
): HeatMap {
  const dated = days.flatMap((day) => (day.day === null ? [] : [day.day])).sort();
  const [first, last] = [dated[0], dated.at(-1)];
  const periods: (Period | null)[] =
    first === undefined || last === undefined ? [] : [...periodsBetween(first, last, grain)];
  if (days.some((day) => day.day === null)) periods.push(null);

  const flows = new Map<
    string,
    { from: string; to: string; name: string; total: number; counts: Map<Disposition, number>[] }
  >();
  for (const day of days) {
    const name = `${day.from} > ${day.to}`;
    const flow = flows.get(name) ?? {
      from: day.from,
      to: day.to,
      name,
      total: 0,
      counts: periods.map(() => new Map()),
    };
    flows.set(name, flow);
    const counts = flow.counts[columnOf(periods, day.day)];
    if (counts === undefined) continue;
    for (const disposition of dispositions) {
      const count = day.counts[disposition] ?? 0;
      if (count > 0) counts.set(disposition, (counts.get(disposition) ?? 0) + count);
    }
    flow.total += measure === 'sent' ? sum(day.counts) : (day.counts[measure] ?? 0);
  }
  const ordered = [...flows.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  return {
    flows: ordered.map(({ from, to, name, total }) => ({ from, to, name, total })),
    periods,
    cells: ordered.map((flow) => flow.counts.map((counts) => cellOf(counts, measure))),
  };
}

function columnOf(periods: readonly (Period | null)[], day: string | null): number {
  if (day === null) return periods.length - 1;
  // Periods are in order: the last that begins no later holds the day.
  let low = 0;
  let high = periods.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const from = periods[middle]?.from;
    if (from !== undefined && from <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cellOf(counts: ReadonlyMap<Disposition, number>, measure: Measure): HeatCell | null {
  const sent = [...counts.values()].reduce((total, count) => total + count, 0);
  if (sent === 0) return null;
  const value = measure === 'sent' ? sent : (counts.get(measure) ?? 0);
  return {
    sent,
    value,
    shade: measure === 'sent' ? 0 : shadeOf(value, sent),
    isMostlyUnobservable: measure !== 'unobservable' && (counts.get('unobservable') ?? 0) * 2 > sent,
    most: [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['delivered', 0] as const)[0],
  };
}

const sum = (counts: ReconcileDay['counts']) =>
  Object.values(counts).reduce((total: number, count) => total + (count ?? 0), 0);

/** The first column in which one of the flows that have the most of it has any (those come first); -1 without. */
export function firstWithAny({ cells, periods }: HeatMap): number {
  const top = cells.slice(0, 20);
  return periods.findIndex((_, column) => top.some((row) => (row[column]?.value ?? 0) > 0));
}
