/** A stretch of time, in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time and the pixels it is drawn on. */
export interface TimeScale extends Stretch {
  readonly width: number;
}

/** A stretch drawn on so many pixels, with so many of them free at its ends, and never without a small margin. */
export function withRoom(
  { from, to }: Stretch,
  width: number,
  free: { readonly before: number; readonly after: number },
): TimeScale {
  const [before, after] = [free.before, free.after].map((room) => Math.max(room, width * 0.02));
  const eachPixel = (to - from) / Math.max(1, width - (before ?? 0) - (after ?? 0));
  const time = (pixels = 0) => Math.max(3_600_000, pixels * eachPixel);
  return { from: from - time(before), to: to + time(after), width };
}

export function placeOf(scale: TimeScale, time: number): number {
  return ((time - scale.from) / Math.max(1, scale.to - scale.from)) * scale.width;
}

/** Single dates further off than this many times the logs' own length are not drawn to scale. */
const drawnToScale = 4;

/**
 * The stretch of time to draw, in milliseconds: from the first to the last of all times; where single dates lie
 * so far off that the logs would shrink to a speck, only to those that are not further from the logs than these
 * are long.
 */
export function stretchOf(times: readonly number[], logs: readonly number[]): Stretch {
  const all = { from: Math.min(...times, ...logs), to: Math.max(...times, ...logs) };
  const core = { from: Math.min(...logs), to: Math.max(...logs) };
  const length = core.to - core.from;
  if (!(length > 0) || all.to - all.from <= drawnToScale * length) return all;
  const near = times.filter((time) => time >= core.from - length && time <= core.to + length);
  return { from: Math.min(core.from, ...near), to: Math.max(core.to, ...near) };
}

/** Where a time beyond the drawn stretch lies; null for one within it. */
export function beyond(drawn: Stretch, time: number): 'before' | 'after' | null {
  if (time < drawn.from) return 'before';
  return time > drawn.to ? 'after' : null;
}

const day = 86_400_000;
const steps = [3_600_000, 6 * 3_600_000, day, 2 * day, 7 * day, 14 * day] as const;

/** Round moments for an axis, at most about one each 90 pixels: hours, days, weeks, then months and years. */
export function ticksOf(scale: TimeScale): readonly number[] {
  const wanted = ((scale.to - scale.from) / Math.max(1, scale.width)) * 90;
  const step = steps.find((candidate) => candidate >= wanted);
  if (step !== undefined) {
    const ticks: number[] = [];
    // 1970 began on a Thursday: weeks are counted from the Monday after.
    const origin = step >= 7 * day ? 4 * day : 0;
    for (let at = Math.ceil((scale.from - origin) / step) * step + origin; at <= scale.to; at += step)
      ticks.push(at);
    return ticks;
  }
  const months = [1, 3, 6, 12, 24, 60, 120].find((count) => count * 30 * day >= wanted) ?? 240;
  const first = new Date(scale.from);
  const ticks: number[] = [];
  for (
    let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
    ;
    month += months
  ) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > scale.to) return ticks;
    if (at >= scale.from) ticks.push(at);
  }
}

/** The part of a stretch that is seen after coming nearer (or going back) by a factor about a moment. */
export function zoomed(seen: Stretch, whole: Stretch, factor: number, about: number): Stretch | null {
  const length = Math.max(leastSeen, (seen.to - seen.from) * factor);
  if (length >= whole.to - whole.from) return null;
  const share = (about - seen.from) / Math.max(1, seen.to - seen.from);
  return within({ from: about - share * length, to: about + (1 - share) * length }, whole);
}

const leastSeen = 2 * 3_600_000;

/** Moved so that it lies within the whole; it is never longer than that. */
export function within(part: Stretch, whole: Stretch): Stretch {
  const length = Math.min(part.to - part.from, whole.to - whole.from);
  const from = Math.min(Math.max(part.from, whole.from), whole.to - length);
  return { from, to: from + length };
}
