import type { ZoneClock } from '../../import/time/zone';
import { spanText } from '../moments';
import type { LogRhythm, Presence } from './log-rhythm';

const dayMicros = 86_400_000_000;

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly because: string;
}

/** Silences that are no part of the log's rhythm, between the line before and the line after. */
export function findGaps(presence: Presence, rhythm: LogRhythm, zone: ZoneClock | null): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < presence.first.length; i += 1) {
    const before = presence.last[i - 1] ?? 0;
    const after = presence.first[i] ?? 0;
    if (!rhythm.isUnusual(before, after)) continue;
    const days = wholeDays(before, after, rhythm, zone);
    gaps.push(
      days
        ? {
            from: days[0],
            to: days[1] - 1,
            because: `No line for ${spanText(after - before)}, within one usual pause of whole days: the days' files are missing.`,
          }
        : { from: before + 1, to: after - 1, because: `No line for ${spanText(after - before)}.` },
    );
  }
  return gaps;
}

/**
 * Logs are kept by the day, so what is missing is often whole days. Where the silence begins and ends within
 * one usual pause of midnights (UTC, or the log's own zone), the lines before the first midnight were all
 * there: chance alone would put both edges so near in one gap of a hundred or fewer.
 */
function wholeDays(
  before: number,
  after: number,
  rhythm: LogRhythm,
  zone: ZoneClock | null,
): readonly [number, number] | null {
  for (const clock of zone ? [null, zone] : [null]) {
    const from = midnightAtOrAfter(before, clock);
    const to = midnightAtOrAfter(after - dayMicros + 1, clock);
    if (to - from < dayMicros * 0.9) continue;
    if (rhythm.isShort(before, from) && rhythm.isShort(to, after)) return [Math.max(from, before + 1), to];
  }
  return null;
}

/**
 * Until when a log that stops may have been written: the midnight after its last line, where it usually pauses so
 * long, as logs are kept by the day; else, where its lines come at random, the mean time between them (the best
 * guess of a random stop, which the last line always comes before); else the line itself, as a beat that is due
 * and missing shows the end.
 */
export function probableEnd(last: number, rhythm: LogRhythm, zone: ZoneClock | null): number {
  const midnights = (zone ? [null, zone] : [null]).map((clock) => midnightAtOrAfter(last, clock));
  const midnight = midnights.find((each) => rhythm.isShort(last, each));
  return midnight ?? (rhythm.rule === 'rhythm' ? last + rhythm.dueMicros : last);
}

function midnightAtOrAfter(time: number, clock: ZoneClock | null): number {
  const offset = clock ? clock.offsetAt(time) : 0;
  return Math.ceil((time + offset) / dayMicros) * dayMicros - offset;
}
