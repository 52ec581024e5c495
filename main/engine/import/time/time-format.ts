/**
 * Times of logs to microseconds since 1970-01-01 UTC. A format is decided once for a column; a value that
 * does not fit it is a bad row, never a guess of its own.
 */
export type TimeOrder = 'ymd' | 'dmy' | 'mdy';

export type TimeFormat =
  | { readonly kind: 'fields'; readonly order: TimeOrder }
  /** YYYYMMDD[HH[mm[ss[.ffff]]]][±zzzz] without separators (HL7 v2 TS/DTM, X12). */
  | { readonly kind: 'compact' }
  | { readonly kind: 'epoch'; readonly unit: 's' | 'ms' | 'us' | 'ns' };

/** A local or absolute reading, before a zone is applied. */
export interface ParsedTime {
  /** Microseconds since 1970 of the clock reading as if it were UTC. */
  readonly clock: number;
  /** Offset east of UTC in minutes as the text states it; null where it states none. */
  readonly offsetMinutes: number | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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

const fieldsPattern =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,4}|[A-Za-z]{3,9})([-/.\s])(\d{1,2}|[A-Za-z]{3,9})\.?,?[-/.\s]\s?(\d{1,4})(?:(?:,?\s*T|,?\s+|\s-\s|:)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*(Z|z|UTC|GMT|BST|CET|CEST|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?$/;
const compactPattern =
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d{4})?$/;
const namedOffsets: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, BST: 60, CET: 60, CEST: 120 };

/** Reads one value in a column's format; null when it does not fit or names no real moment. */
export function parseTime(text: string, format: TimeFormat): ParsedTime | null {
  const value = text.trim();
  if (format.kind === 'epoch') return parseEpoch(value, format.unit);
  if (format.kind === 'compact') {
    const m = compactPattern.exec(value);
    if (!m) return null;
    return assemble(Number(m[1]), Number(m[2]), Number(m[3]), m[4], m[5], m[6], m[7], undefined, m[8]);
  }
  const m = fieldsPattern.exec(value);
  if (!m) return null;
  const [, first = '', , second = '', third = ''] = m;
  const named = namedMonth(first, second);
  let year: number;
  let month: number;
  let day: number;
  if (named) {
    month = named.month;
    const rest = named.at === 0 ? [second, third] : [first, third];
    const [a = '', b = ''] = rest;
    // "23-Jan-2023", "Jan 23 2023", "2023-Jan-23".
    if (a.length > 2) [year, day] = [Number(a), Number(b)];
    else [day, year] = [Number(a), fullYear(b)];
  } else if (format.order === 'ymd') {
    if (first.length !== 4) return null;
    [year, month, day] = [Number(first), Number(second), Number(third)];
  } else {
    if (third.length !== 4 && third.length !== 2) return null;
    year = fullYear(third);
    [day, month] = format.order === 'dmy' ? [Number(first), Number(second)] : [Number(second), Number(first)];
  }
  return assemble(year, month, day, m[5], m[6], m[7], m[8], m[9], m[10]);
}

function namedMonth(first: string, second: string): { at: 0 | 1; month: number } | null {
  const a = months.indexOf(first.slice(0, 3).toLowerCase());
  if (a >= 0) return { at: 0, month: a + 1 };
  const b = months.indexOf(second.slice(0, 3).toLowerCase());
  return b >= 0 ? { at: 1, month: b + 1 } : null;
}

/** Two-digit years: 70 to 99 are the 1900s (POSIX strptime %y pivots at 69). */
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) >= 69 ? 1900 : 2000) : Number(text);

function assemble(
  year: number,
  month: number,
  day: number,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  fractionText: string | undefined,
  meridiem: string | undefined,
  zone: string | undefined,
): ParsedTime | null {
  const days = dayNumber(year, month, day);
  let hour = Number(hourText ?? 0);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (meridiem[0]?.toLowerCase() === 'p' ? 12 : 0);
  }
  // 24:00:00 is the end of a day (ISO 8601-1:2019 4.3.10); second 60 is a leap second, read as the next.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if (days === null || (hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return null;
  const micros = fractionText ? Number(fractionText.slice(0, 6).padEnd(6, '0')) : 0;
  const clock = ((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000 + micros;
  if (!Number.isSafeInteger(clock)) return null;
  return { clock, offsetMinutes: zone === undefined ? null : offsetOf(zone) };
}

function offsetOf(zone: string): number {
  const named = namedOffsets[zone.toUpperCase()];
  if (named !== undefined) return named;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0));
}

function parseEpoch(value: string, unit: 's' | 'ms' | 'us' | 'ns'): ParsedTime | null {
  const m = /^(-?\d{1,20})(?:\.(\d{1,9}))?$/.exec(value);
  if (!m) return null;
  const whole = BigInt(m[1] ?? '0');
  const fraction = (m[2] ?? '').padEnd(9, '0');
  const scale = { s: 6, ms: 3, us: 0, ns: -3 }[unit];
  const micros =
    scale < 0 ? whole / 1000n : whole * 10n ** BigInt(scale) + BigInt(fraction.slice(0, scale) || '0');
  const clock = Number(micros);
  return Number.isSafeInteger(clock) ? { clock, offsetMinutes: 0 } : null;
}
