import { currentLocale, t } from './text';

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format is far dearer than using it, and tables use it for every row. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLocale()} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(currentLocale(), options);
  dateFormats.set(key, known);
  return known;
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${currentLocale()} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(currentLocale(), options);
  numberFormats.set(key, known);
  return known;
}

/** 15214 → "15,214" in the person's locale. */
export function formatCount(value: number): string {
  return numberFormat({}).format(value);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const unit = byteUnits[power] ?? 'byte';
  return numberFormat({
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** "4 s", "3 min 20 s", "2 h 5 min", "3 d 4 h": the two largest parts. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return t('duration.underSecond');
  const whole = Math.round(seconds);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), t('duration.days', { count: Math.floor(whole / 86_400) })],
    [
      Math.floor((whole % 86_400) / 3600),
      t('duration.hours', { count: Math.floor((whole % 86_400) / 3600) }),
    ],
    [Math.floor((whole % 3600) / 60), t('duration.minutes', { count: Math.floor((whole % 3600) / 60) })],
    [whole % 60, t('duration.seconds', { count: whole % 60 })],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return t('duration.seconds', { count: 0 });
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([, text]) => text)
    .join(' ');
}

/** An instant in UTC with the zone said, because evidence is compared across systems: "23 Jan 2023, 01:31:55 UTC". */
export function formatInstant(instant: string | number | Date): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  const written = dateFormat({
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
    hourCycle: 'h23',
  }).format(date);
  return `${written} UTC`;
}

/** A text of the engine with its instants written as everywhere in the window. */
export function withReadableTimes(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g, formatInstant);
}

/** A day in UTC: "23 Jan 2023". */
export function formatDay(instant: string | number | Date): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** When something was done on this machine, in its own zone: "22 Nov, 14:05". */
export function formatMoment(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** 0.42 → "42%", 0.044 → "4.4%": two digits, so that small shares do not all read alike; less than the last is said so. */
export function formatPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.0005) return `< ${formatPercent(0.001)}`;
  const digits = fraction > 0 && fraction < 0.0995 ? 1 : 0;
  return numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(fraction);
}

/** 1521 → "1.5K", 15214 → "15K": for cells that have room for four characters. */
export function formatCompact(value: number): string {
  if (value < 1000) return formatCount(value);
  return numberFormat({ notation: 'compact', maximumSignificantDigits: value < 10_000 ? 2 : 3 }).format(
    value,
  );
}

/** A month: "Jan 2023". */
export function formatMonth(day: string): string {
  return dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}

/** A month without its year: "Jan". */
export function formatMonthName(day: string): string {
  return dateFormat({ month: 'short', timeZone: 'UTC' }).format(new Date(day));
}

/** A day without its year: "23 Jan". */
export function formatMonthDay(day: string): string {
  return dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));
}

/** A number with three significant digits, four from a hundred on. */
export function formatNumber(value: number): string {
  return numberFormat({ maximumSignificantDigits: value >= 100 ? 4 : 3 }).format(value);
}

/** The time of day in UTC: "01:31:55". */
export function formatTime(instant: string): string {
  return dateFormat({
    timeStyle: 'medium',
    timeZone: 'UTC',
    hourCycle: 'h23',
  }).format(new Date(instant));
}
