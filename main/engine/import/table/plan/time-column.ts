import type { Place } from '../../../../../shared/model/citation';
import { type FactSink, FileRefused } from '../../importer';
import { detectTimeFormat, formatFromPattern, patternOf } from '../../time/detect-format';
import { HourStrokes } from '../../time/hour-strokes';
import { parseTime, type TimeFormat } from '../../time/time-format';
import { isKnownZone, ZoneClock } from '../../time/zone';

export interface TimePlan {
  readonly format: TimeFormat;
  /** The zone for values that state no offset. */
  readonly zone: string;
  /** Where that zone comes from. */
  readonly zoneFrom: 'mapping' | 'file' | 'default';
  readonly needsZone: boolean;
  readonly isAmbiguous: boolean;
  /** True where every sample is a date without a time of day: a day, not a moment of one zone. */
  readonly isDateOnly: boolean;
  /** The samples run from the newest to the oldest. */
  readonly isNewestFirst: boolean;
}

/**
 * Decides how a column of times is read: the mapping's word first, then what the file says of its zone,
 * then the samples. Local times are taken as Europe/London when written d/m/y, else as UTC, and the report
 * says so. Null where the column holds no times.
 */
export function planTimes(
  samples: readonly string[],
  wanted: { readonly format?: string | undefined; readonly zone?: string | undefined } | undefined,
  zoneOfFile: string | null = null,
): TimePlan | null {
  const fixed = wanted?.format === undefined ? null : wantedFormat(wanted.format);
  if (wanted?.zone !== undefined && !isKnownZone(wanted.zone)) {
    throw new FileRefused(
      'unknown-zone',
      `The mapping names the time zone "${wanted.zone}", which is unknown. Use a name such as Europe/London.`,
    );
  }
  const detected = detectTimeFormat(samples);
  const format = fixed ?? detected?.format ?? null;
  if (!format) return null;
  const values = samples.filter((text) => text.trim() !== '').slice(0, 500);
  const parsed = values.map((text) => parseTime(text, format)).filter((time) => time !== null);
  const isDateOnly = parsed.length > 0 && parsed.every((time) => time.isDateOnly);
  const isDayFirst = format.kind === 'fields' && format.order === 'dmy';
  const byDefault = (isDayFirst || format.kind === 'serial') && !isDateOnly ? 'Europe/London' : 'UTC';
  return {
    format,
    zone: wanted?.zone ?? zoneOfFile ?? byDefault,
    zoneFrom: wanted?.zone !== undefined ? 'mapping' : zoneOfFile !== null ? 'file' : 'default',
    needsZone: detected?.needsZone ?? format.kind !== 'epoch',
    isAmbiguous: fixed === null && (detected?.isAmbiguous ?? false),
    isDateOnly,
    isNewestFirst: runsBackwards(parsed.map((time) => time.clock)),
  };
}

function wantedFormat(pattern: string): TimeFormat {
  const format = formatFromPattern(pattern);
  if (format) return format;
  throw new FileRefused(
    'unknown-time-format',
    `The mapping's time format "${pattern}" cannot be understood. Write it in letters such as dd/MM/yyyy HH:mm:ss, or as iso, epoch or epoch-ms.`,
  );
}

function runsBackwards(clocks: readonly number[]): boolean {
  let forward = 0;
  let backward = 0;
  for (let i = 1; i < clocks.length; i += 1) {
    const step = (clocks[i] ?? 0) - (clocks[i - 1] ?? 0);
    if (step > 0) forward++;
    if (step < 0) backward++;
  }
  return backward > forward && (clocks.at(-1) ?? 0) < (clocks[0] ?? 0);
}

/** Exactly representable range: years 1 to 2254. */
const latest = 9_000_000_000_000_000;

/** Reads one column's values one after another, with what it had to assume counted and said at the end. */
export class TimeColumn {
  readonly #plan: TimePlan;
  readonly #clocks = new Map<string, ZoneClock>();
  readonly #isUtc: boolean;
  readonly #strokes = new HourStrokes();
  #previous: number | null = null;
  #zoneless = 0;
  #repeated = 0;
  #skipped = 0;

  constructor(plan: TimePlan) {
    this.#plan = plan;
    this.#isUtc = plan.zone === 'UTC';
  }

  /** Microseconds since 1970 UTC; NaN for what does not fit the column's format or names no moment. */
  read(text: string): number {
    const parsed = parseTime(text, this.#plan.format);
    if (!parsed) return Number.NaN;
    if (parsed.offsetMinutes !== null) {
      return this.#remember(parsed.clock - parsed.offsetMinutes * 60_000_000);
    }
    const zone = parsed.zone ?? this.#plan.zone;
    if (parsed.zone === undefined) this.#zoneless++;
    else if (!isKnownZone(parsed.zone)) return Number.NaN;
    if (this.#isUtc && parsed.zone === undefined) return this.#remember(parsed.clock);
    const { time, doubt } = this.#clockOf(zone).toUtc(
      parsed.clock,
      this.#previous,
      this.#plan.isNewestFirst,
      this.#strokes.strikesAgain(parsed.clock),
    );
    if (doubt === 'repeated') this.#repeated++;
    if (doubt === 'skipped') this.#skipped++;
    return this.#remember(time);
  }

  /** Why a value could not be read, in words. */
  problemOf(text: string): string {
    const { format } = this.#plan;
    // A cell that looks like no time may be somebody's number in the wrong column: it is not repeated.
    const isTime =
      /\d[-/.:]\d|^\d{8,14}$/.test(text) && !/\d{3}[ -]\d{3}[ -]\d{4}|^\d{10}$/.test(text.trim());
    const value = isTime ? `"${text.slice(0, 80)}"` : 'What stands in the column of times';
    return format.kind === 'unknown'
      ? `${value} is no time in a format that is known, or no moment that exists. Give time.format in a mapping, for example dd/MM/yyyy HH:mm:ss.`
      : `${value} is no time of this column's format (${patternOf(format)}), or no moment that exists.`;
  }

  #clockOf(zone: string): ZoneClock {
    let clock = this.#clocks.get(zone);
    if (!clock) {
      clock = new ZoneClock(zone);
      this.#clocks.set(zone, clock);
    }
    return clock;
  }

  #remember(time: number): number {
    if (Math.abs(time) > latest) return Number.NaN;
    this.#previous = time;
    return time;
  }

  /** Says in the report what was assumed. */
  report(sink: FactSink, place: Place): void {
    const { format, zone, zoneFrom, isAmbiguous, isDateOnly } = this.#plan;
    const name = patternOf(format);
    const source = {
      mapping: '',
      file: ', as the file says',
      default: ', by default: give time.zone in a mapping to change it',
    }[zoneFrom];
    if (this.#zoneless > 0) {
      sink.note(
        isDateOnly && zoneFrom === 'default'
          ? `Dates without a time of day (${this.#zoneless}) were read as ${name.replace(' HH:mm:ss', '')}, each as that day in UTC.`
          : `Times without a zone (${this.#zoneless}) were read as ${name} in ${zone}${source}.`,
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
