import type { Place } from '../../../../shared/model/citation';
import type { FactSink } from '../importer';
import { detectTimeFormat, formatFromPattern, patternOf } from '../time/detect-format';
import { parseTime, type TimeFormat } from '../time/time-format';
import { isKnownZone, ZoneClock } from '../time/zone';

export interface TimePlan {
  readonly format: TimeFormat;
  /** The zone for values that state no offset. */
  readonly zone: string;
  readonly isZoneAssumed: boolean;
  readonly needsZone: boolean;
  readonly isAmbiguous: boolean;
}

/**
 * Decides how a column of times is read: the mapping's word first, then the samples. Local times are taken
 * as Europe/London when written d/m/y, else as UTC, and the report says so.
 */
export function planTimes(
  samples: readonly string[],
  wanted: { readonly format?: string | undefined; readonly zone?: string | undefined } | undefined,
): TimePlan | null {
  const fixed = wanted?.format === undefined ? null : formatFromPattern(wanted.format);
  const detected = detectTimeFormat(samples);
  const format = fixed ?? detected?.format ?? null;
  if (!format) return null;
  const zone = wanted?.zone !== undefined && isKnownZone(wanted.zone) ? wanted.zone : null;
  const byDefault = format.kind === 'fields' && format.order === 'dmy' ? 'Europe/London' : 'UTC';
  return {
    format,
    zone: zone ?? byDefault,
    isZoneAssumed: zone === null,
    needsZone: detected?.needsZone ?? format.kind !== 'epoch',
    isAmbiguous: fixed === null && (detected?.isAmbiguous ?? false),
  };
}

/** Exactly representable range: years 1 to 2254. */
const latest = 9_000_000_000_000_000;

/** Reads one column's values one after another, with what it had to assume counted and said at the end. */
export class TimeColumn {
  readonly #plan: TimePlan;
  readonly #clock: ZoneClock;
  #previous: number | null = null;
  #zoneless = 0;
  #repeated = 0;
  #skipped = 0;

  constructor(plan: TimePlan) {
    this.#plan = plan;
    this.#clock = new ZoneClock(plan.zone);
  }

  /** Microseconds since 1970 UTC; NaN for what does not fit the column's format or names no moment. */
  read(text: string): number {
    const parsed = parseTime(text, this.#plan.format);
    if (!parsed) return Number.NaN;
    if (parsed.offsetMinutes !== null) {
      return this.#remember(parsed.clock - parsed.offsetMinutes * 60_000_000);
    }
    this.#zoneless++;
    if (this.#plan.zone === 'UTC') return this.#remember(parsed.clock);
    const { time, doubt } = this.#clock.toUtc(parsed.clock, this.#previous);
    if (doubt === 'repeated') this.#repeated++;
    if (doubt === 'skipped') this.#skipped++;
    return this.#remember(time);
  }

  #remember(time: number): number {
    if (Math.abs(time) > latest) return Number.NaN;
    this.#previous = time;
    return time;
  }

  /** Says in the report what was assumed. */
  report(sink: FactSink, place: Place): void {
    const { format, zone, isZoneAssumed, isAmbiguous } = this.#plan;
    const name = patternOf(format);
    if (this.#zoneless > 0) {
      sink.note(
        `Times without a zone (${this.#zoneless}) were read as ${name} in ${zone}${isZoneAssumed ? ', by default: give time.zone in a mapping to change it' : ''}.`,
      );
    }
    if (isAmbiguous) {
      sink.warn(
        place,
        'ambiguous-date-order',
        `Day and month could be either way round in every line; the day was read first (${name}).`,
      );
    }
    if (this.#repeated > 0) {
      sink.warn(
        place,
        'repeated-hour',
        `${this.#repeated} times fall in an hour that the clocks of ${zone} show twice; the order of lines decided.`,
      );
    }
    if (this.#skipped > 0) {
      sink.warn(
        place,
        'skipped-hour',
        `${this.#skipped} times fall in an hour that the clocks of ${zone} never show.`,
      );
    }
  }
}
