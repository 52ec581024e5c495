import { offsetOf } from './named-zones';

/** A local or absolute reading, before a zone is applied. */
export interface ParsedTime {
  /** Microseconds since 1970 of the clock reading as if it were UTC. */
  readonly clock: number;
  /** Offset east of UTC in minutes as the text states it; null where it states none. */
  readonly offsetMinutes: number | null;
  /** A zone of the time zone database that the text names in place of an offset. */
  readonly zone?: string;
  /** True where the text has a date and no time of day. */
  readonly isDateOnly?: boolean;
}

/** The parts of a moment as texts of digits; what is missing is undefined. */
export interface TimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  /** "AM", "p.m.": the hour is one of twelve. */
  readonly meridiem?: string | undefined;
  readonly zone?: string | undefined;
}

const daysOf = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, or null where there is no such day. After
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Two-digit years: 70 to 99 are the 1900s (POSIX strptime %y pivots at 69). */
export const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) >= 69 ? 1900 : 2000) : Number(text);

/** Puts a moment together from its parts; null where there is none such. */
export function assemble(parts: TimeParts): ParsedTime | null {
  const days = dayNumber(parts.year, parts.month, parts.day);
  let hour = Number(parts.hour ?? 0);
  const minute = Number(parts.minute ?? 0);
  const second = Number(parts.second ?? 0);
  if (parts.meridiem) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (parts.meridiem[0]?.toLowerCase() === 'p' ? 12 : 0);
  }
  // 24:00:00 is the end of a day (ISO 8601-1:2019 4.3.10); second 60 is a leap second, read as the next.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if (days === null || (hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return null;
  const micros = parts.fraction ? Number(parts.fraction.slice(0, 6).padEnd(6, '0')) : 0;
  const clock = ((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000 + micros;
  if (!Number.isSafeInteger(clock)) return null;
  const bare = parts.hour === undefined ? { clock, isDateOnly: true } : { clock };
  if (parts.zone === undefined) return { ...bare, offsetMinutes: null };
  const offsetMinutes = offsetOf(parts.zone);
  if (offsetMinutes !== null) return { ...bare, offsetMinutes };
  return parts.zone.includes('/') ? { ...bare, offsetMinutes: null, zone: parts.zone } : null;
}
