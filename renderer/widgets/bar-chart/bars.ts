/** One bar: a stretch of the axis and how much of each series falls into it. */
export interface Bar {
  readonly from: string;
  readonly to: string;
  readonly values: readonly number[];
}

const dayMs = 86_400_000;
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * Every day from the first to the last as a bar, empty days too, so that distances on the axis are time;
 * so many days go into one bar that no more than `atMost` are drawn.
 */
export function barsOfDays(
  days: readonly { readonly day: string; readonly values: readonly number[] }[],
  atMost: number,
): readonly Bar[] {
  if (days.length === 0) return [];
  const times = days.map(({ day }) => Date.parse(day));
  const first = Math.min(...times);
  const count = Math.round((Math.max(...times) - first) / dayMs) + 1;
  const perBar = Math.max(1, Math.ceil(count / Math.max(1, atMost)));
  const series = Math.max(...days.map(({ values }) => values.length));
  const sums = Array.from({ length: Math.ceil(count / perBar) }, () => new Array<number>(series).fill(0));
  for (const [index, { values }] of days.entries()) {
    const sum = sums[Math.floor(Math.round(((times[index] ?? first) - first) / dayMs) / perBar)];
    if (sum === undefined) continue;
    for (const [at, value] of values.entries()) sum[at] = (sum[at] ?? 0) + value;
  }
  return sums.map((values, index) => ({
    from: isoDay(first + index * perBar * dayMs),
    to: isoDay(first + (Math.min(count, (index + 1) * perBar) - 1) * dayMs),
    values,
  }));
}

/** The round numbers of an axis from nought to `most`, two to five of them. */
export function axisSteps(most: number): readonly number[] {
  if (most <= 0) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power).filter(Number.isInteger);
  const step = steps.find((candidate) => candidate >= rough) ?? 1;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
