import type { TimelineDay } from '../../../shared/contract/analysis-methods';
import { placeOf, type TimeScale } from './time-scale';

/** Consecutive days drawn as one bar. */
export interface ActivityBar {
  readonly from: string;
  readonly to: string;
  readonly x: number;
  readonly width: number;
  readonly events: number;
  readonly lost: number;
}

const dayMs = 86_400_000;
const leastWidth = 3;

/** What the logs hold of each day, or of as many days as make a bar that can be seen. */
export function activityBars(days: readonly TimelineDay[], scale: TimeScale): readonly ActivityBar[] {
  const dayWidth = (dayMs / Math.max(1, scale.to - scale.from)) * scale.width;
  const span = Math.max(1, Math.ceil(leastWidth / dayWidth));
  const sums = new Map<number, { events: number; lost: number }>();
  for (const { day, events, lost } of days) {
    const bucket = Math.floor(Date.parse(day) / dayMs / span);
    const sum = sums.get(bucket) ?? { events: 0, lost: 0 };
    sum.events += events;
    sum.lost += lost;
    sums.set(bucket, sum);
  }
  return [...sums].flatMap(([bucket, sum]) => {
    const from = bucket * span * dayMs;
    const to = from + span * dayMs;
    if (to <= scale.from || from >= scale.to) return [];
    const x = Math.max(0, placeOf(scale, from));
    const end = Math.min(scale.width, placeOf(scale, to));
    return [{ from: isoDay(from), to: isoDay(to - dayMs), x, width: Math.max(1, end - x - 1), ...sum }];
  });
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
