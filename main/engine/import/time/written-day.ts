import { monthOf } from './month-names';

interface Written {
  readonly year: number;
  /** 1 to 12, or null for a year alone. */
  readonly month: number | null;
  readonly day: number | null;
}

/** The start of a day as inventories write it, or null where the text names no one day. */
export function dayIn(text: string): string | null {
  const written = dateIn(text);
  return written?.day == null ? null : new Date(utcOf(written)).toISOString();
}

/** The first day of what the text names (a day, a month, a year), as 2026-03-01. */
export function firstDayIn(text: string): string | null {
  const written = dateIn(text);
  return written && new Date(utcOf(written)).toISOString().slice(0, 10);
}

/** The last day of what the text names (a day, a month, a quarter, a year), as 2026-03-31. */
export function lastDayIn(text: string): string | null {
  const written = dateIn(text);
  if (!written) return null;
  const end = written.day !== null ? utcOf(written) : Date.UTC(written.year, written.month ?? 12, 0);
  return new Date(end).toISOString().slice(0, 10);
}

const utcOf = ({ year, month, day }: Written): number => Date.UTC(year, (month ?? 1) - 1, day ?? 1);

/**
 * ISO, day before month (31/03/2026, 31.3.26, 31-03-2026), month before day where the other way round is no date,
 * names of months in several languages, a month, a quarter or a year alone.
 */
function dateIn(text: string): Written | null {
  const numbers = /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d/-])/.exec(text);
  if (numbers) return checked(Number(numbers[1]), Number(numbers[3]), numbers[4] ? Number(numbers[4]) : null);
  const dayFirst = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/.exec(text);
  if (dayFirst) {
    const [a, b] = [Number(dayFirst[1]), Number(dayFirst[3])];
    const year = fullYear(dayFirst[4] ?? '');
    return checked(year, b, a) ?? checked(year, a, b);
  }
  const monthFirst = /(?<![\d/.-])(\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (monthFirst) return checked(Number(monthFirst[2]), Number(monthFirst[1]), null);
  const quarter = /\bq([1-4])[\s/-]*(\d{4})\b|\b(\d{4})[\s/-]*q([1-4])\b/i.exec(text);
  if (quarter) {
    const of = Number(quarter[1] ?? quarter[4]);
    return checked(Number(quarter[2] ?? quarter[3]), of * 3, null);
  }
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(text)?.[1];
  const words = text.match(/\p{L}+/gu) ?? [];
  const month = words.map(monthOf).find((found) => found !== null) ?? null;
  if (year === undefined) return null;
  if (month !== null) {
    const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?(?!\d)/i.exec(text.replace(year, ' '))?.[1];
    return checked(Number(year), month, day === undefined ? null : Number(day));
  }
  return /^\s*\d{4}\s*$/.test(text) ? checked(Number(year), null, null) : null;
}

/** Of years written with two digits, inventories mean those of this century. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function checked(year: number, month: number | null, day: number | null): Written | null {
  if (year < 1900 || year > 2199) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  const written = { year, month, day };
  return day === null || new Date(utcOf(written)).getUTCDate() === day ? written : null;
}
