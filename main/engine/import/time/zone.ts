const dayMicros = 86_400_000_000;
const hourMicros = 3_600_000_000;

export interface ZonedTime {
  /** Microseconds since 1970 UTC. */
  readonly time: number;
  /** Set where the local clock shows this reading twice (autumn) or never (spring). */
  readonly doubt: 'repeated' | 'skipped' | null;
}

/** True for a name of the IANA time zone database that this runtime knows. */
export function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Lines written in the same moments swap places: so much backwards is no clock set back. */
const jitterMicros = 180_000_000;

/**
 * Turns clock readings of one zone into UTC. A repeated hour is read as its first pass unless that would
 * run backwards against the previous line, when it is the second: logs are written in order of time (or,
 * newest first, against it), or is the stroke of an hour that a log of one line each hour shows again. A skipped reading is taken with the offset before the change, as RFC 5545
 * 3.3.5 does.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #steadyDays = new Map<number, number | null>();

  constructor(readonly zone: string) {
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** Offset east of UTC in microseconds at a moment of UTC. */
  offsetAt(utc: number): number {
    const wholeSeconds = Math.floor(utc / 1_000_000) * 1000;
    const parts: Record<string, number> = {};
    for (const part of this.#format.formatToParts(wholeSeconds)) parts[part.type] = Number(part.value);
    const local = Date.UTC(
      parts.year ?? 1970,
      (parts.month ?? 1) - 1,
      parts.day ?? 1,
      parts.hour ?? 0,
      parts.minute ?? 0,
      parts.second ?? 0,
    );
    return (local - wholeSeconds) * 1000;
  }

  toUtc(clock: number, previous: number | null, isNewestFirst = false, isStruckAgain = false): ZonedTime {
    const day = Math.floor(clock / dayMicros);
    let steady = this.#steadyDays.get(day);
    if (steady === undefined) {
      // An offset that is the same a day before and a day after cannot change in between.
      const before = this.offsetAt((day - 1) * dayMicros);
      const after = this.offsetAt((day + 2) * dayMicros);
      steady = before === after ? before : null;
      this.#steadyDays.set(day, steady);
    }
    if (steady !== null) return { time: clock - steady, doubt: null };
    const earlier = this.offsetAt(clock - this.offsetAt(clock - dayMicros / 2) - 3 * hourMicros);
    const later = this.offsetAt(clock - earlier + 3 * hourMicros);
    if (earlier === later) return { time: clock - earlier, doubt: null };
    const first = clock - Math.max(earlier, later);
    const second = clock - Math.min(earlier, later);
    const firstFits = this.offsetAt(first) === clock - first;
    const secondFits = this.offsetAt(second) === clock - second;
    if (firstFits && secondFits) {
      const isNear = previous !== null && Math.abs(previous - first) < 2 * hourMicros;
      const isSecondPass = isNewestFirst
        ? !isStruckAgain && (!isNear || second <= previous + jitterMicros)
        : isStruckAgain || (isNear && first < previous - jitterMicros);
      return { time: isSecondPass ? second : first, doubt: 'repeated' };
    }
    if (firstFits) return { time: first, doubt: null };
    if (secondFits) return { time: second, doubt: null };
    return { time: clock - earlier, doubt: 'skipped' };
  }
}
