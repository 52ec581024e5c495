import { parseIsoText } from './iso-text';
import { assemble, fullYear, type ParsedTime } from './moment-parts';
import { monthOf } from './month-names';
import { parsePattern } from './time-pattern';

/**
 * Times of logs to microseconds since 1970-01-01 UTC. A format is decided once for a column; a value that
 * does not fit it is a bad row, never a guess of its own.
 */
export type TimeOrder = 'ymd' | 'dmy' | 'mdy';

export type TimeFormat =
  | { readonly kind: 'fields'; readonly order: TimeOrder }
  /** YYYYMMDD[HH[mm[ss[.ffff]]]][±zzzz] without separators (HL7 v2 TS/DTM, X12). */
  | { readonly kind: 'compact' }
  | { readonly kind: 'epoch'; readonly unit: 's' | 'ms' | 'us' | 'ns' }
  /** Days since 1899-12-30 with a fraction, as spreadsheets hold dates (ECMA-376 18.17.4.1). */
  | { readonly kind: 'serial' }
  /** A pattern in Unicode LDML letters that the other kinds do not cover. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** The column holds dates or times, in no format that is known: every value is refused. */
  | { readonly kind: 'unknown' };

const zonePattern = String.raw`(?:Z|z|[A-Z]{3,4}|[+-]\d{2}(?::?\d{2})?|[A-Z][A-Za-z]+\/[A-Za-z_/]+)`;
const fieldsPattern = new RegExp(
  String.raw`^(?:\p{L}{2,10}[.,]{0,2}\s+)?(\d{1,4}|\p{L}{3,10})(?:\.?[-/.]\s?|\.?\s)(\d{1,2}|\p{L}{3,10})(?:\.,?\s|\.?,?[-/.\s]\s?)(\d{1,4})` +
    String.raw`(?:(?:,?\s*T|,?\s+|\s-\s|:)(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,:](\d{1,9}))?)?)?\s*([AaPp]\.?[Mm]\.?)?)?` +
    String.raw`\s*(${zonePattern})?(?:\[([\w/+-]+)\])?$`,
  'u',
);
const compactPattern =
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d{4})?$/;

/** Reads one value in a column's format; null when it does not fit or names no real moment. */
export function parseTime(text: string, format: TimeFormat): ParsedTime | null {
  const value = text.trim();
  switch (format.kind) {
    case 'epoch':
      return parseEpoch(value, format.unit);
    case 'serial':
      return parseSerial(value);
    case 'pattern':
      return parsePattern(value, format.pattern);
    case 'compact': {
      const m = compactPattern.exec(value);
      if (!m) return null;
      const [, year, month, day, hour, minute, second, fraction, zone] = m;
      return assemble({
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour,
        minute,
        second,
        fraction,
        zone,
      });
    }
    case 'fields':
      return parseIsoText(value) ?? parseFields(value, format.order) ?? parseRearranged(value, format.order);
    case 'unknown':
      return null;
  }
}

function parseFields(value: string, order: TimeOrder): ParsedTime | null {
  const m = fieldsPattern.exec(value);
  if (!m) return null;
  const [, first = '', second = '', third = '', hour, minute, seconds, fraction, meridiem, zone, bracket] = m;
  const date = dateOf(first, second, third, order);
  if (!date) return null;
  const rest = { hour, minute, second: seconds, fraction, meridiem, zone: zone ?? bracket };
  return assemble({ ...date, ...rest });
}

/** The parts of a date in the order in which they stand; a month by name may stand first or second. */
function dateOf(
  first: string,
  second: string,
  third: string,
  order: TimeOrder,
): { readonly year: number; readonly month: number; readonly day: number } | null {
  const isDigits = (text: string): boolean => text.charCodeAt(0) < 58;
  if (!isDigits(first)) {
    // "Jan 23 2023"
    const month = monthOf(first);
    return month !== null && isDigits(second) ? { year: fullYear(third), month, day: Number(second) } : null;
  }
  if (!isDigits(second)) {
    const month = monthOf(second);
    if (month === null) return null;
    // "2023-Jan-23", "23-Jan-2023"
    return first.length > 2
      ? { year: Number(first), month, day: Number(third) }
      : { year: fullYear(third), month, day: Number(first) };
  }
  // Four digits in front are a year in every column: nothing else has so many.
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third) };
  if (order === 'ymd' || first.length > 2 || (third.length !== 4 && third.length !== 2)) return null;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return { year: fullYear(third), month: Number(month), day: Number(day) };
}

const isoLike = /^(\d{4}-\d{2}-\d{2}[T ])(\d{2})(\d{2})(\d{2})?(.*)$/;
const timeFirst = /^(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?)\s*,?\s+(.+)$/;
/** C's asctime and date(1): "Sun Mar 26 00:30:00 [GMT] 2023". */
const yearLast =
  /^(?:\p{L}{2,4}\.?\s+)?(\p{L}{3,10}\s+\d{1,2})\s+(\d{1,2}:\d{2}:\d{2}(?:\.\d+)?)\s+(?:([A-Z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/u;
const hoursRunOn = /^(.*\d{2}(?:\d{2})?[T ])(\d{2})(\d{2})(\d{2})?(\s*(?:Z|[+-]\d{2}:?\d{2})?)$/;

/** Shapes whose parts stand in another order or run together, brought into the usual one. */
function parseRearranged(value: string, order: TimeOrder): ParsedTime | null {
  const last = yearLast.exec(value);
  if (last) return parseFields(`${last[1]} ${last[4]} ${last[2]} ${last[3] ?? ''}`.trim(), order);
  const first = timeFirst.exec(value);
  if (first) return parseFields(`${first[2]} ${first[1]}`, order);
  const run = isoLike.exec(value) ?? hoursRunOn.exec(value);
  if (!run) return null;
  const [, date = '', hour, minute, second, rest = ''] = run;
  return parseFields(`${date}${hour}:${minute}${second === undefined ? '' : `:${second}`}${rest}`, order);
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

/** Serial 25,569 is 1970-01-01; the fraction is rounded to the millisecond that a spreadsheet means. */
function parseSerial(value: string): ParsedTime | null {
  if (!/^\d{1,6}(?:[.,]\d+)?$/.test(value)) return null;
  const days = Number(value.replace(',', '.'));
  const clock = Math.round((days - 25_569) * 86_400_000) * 1000;
  return Number.isInteger(days)
    ? { clock, offsetMinutes: null, isDateOnly: true }
    : { clock, offsetMinutes: null };
}
