import { dayNumber } from './moment-parts';
import { monthOf } from './month-names';
import { parseTime, type TimeFormat, type TimeOrder } from './time-format';
import { isPattern, sampleClock, sampleOf } from './time-pattern';

export interface DetectedFormat {
  readonly format: TimeFormat;
  /** Share of the non-empty samples that fit, 0 to 1. */
  readonly fit: number;
  /** True when day and month could be the other way round in every sample. */
  readonly isAmbiguous: boolean;
  /** True when samples state no offset: a zone has to come from elsewhere. */
  readonly needsZone: boolean;
}

const candidates: readonly TimeFormat[] = [
  { kind: 'fields', order: 'ymd' },
  { kind: 'fields', order: 'dmy' },
  { kind: 'fields', order: 'mdy' },
  { kind: 'compact' },
];

/** Numbers fit anything, so that most have to; a date fits only what is one, and one decides. */
const leastFit = (format: TimeFormat): number => (format.kind === 'fields' ? 0 : 0.5);

/**
 * Decides the format of a whole column from samples. Day and month: whichever reading fits more values
 * wins; where both fit all, day first (the usual of this field), and the answer says it is ambiguous. A
 * column of dates in no known format is `unknown`; null where the samples are no times at all.
 */
export function detectTimeFormat(samples: readonly string[]): DetectedFormat | null {
  const values = samples.map((s) => s.trim()).filter((s) => s !== '');
  if (values.length === 0) return null;
  const { best, isTie } = bestOf(values);
  const dayFirst = (best?.fit ?? 0) < 1 ? yearDayMonth(values) : null;
  if (dayFirst !== null && dayFirst.fit > (best?.fit ?? 0)) return dayFirst;
  if (best === null) return values.filter(looksLikeDate).length * 2 > values.length ? unknownFormat : null;
  if (best.format.kind !== 'fields') return best;
  if (best.format.order === 'ymd') return { ...best, format: orderInFront(values, best.format) };
  const isNamed = values.every((v) => v.split(/[^\p{L}]+/u).some((word) => monthOf(word) !== null));
  return { ...best, isAmbiguous: isTie && !isNamed };
}

const unknownFormat: DetectedFormat = {
  format: { kind: 'unknown' },
  fit: 0,
  isAmbiguous: false,
  needsZone: false,
};

/** The format that reads most values, the earlier of equals; a tie is one between day and month in front. */
function bestOf(values: readonly string[]): { best: DetectedFormat | null; isTie: boolean } {
  let best: DetectedFormat | null = null;
  const fits = new Map<TimeOrder, number>();
  for (const format of [...candidates, ...numberCandidates(values)]) {
    const parsed = values.map((value) => parseTime(value, format)).filter((time) => time !== null);
    if (format.kind === 'fields') fits.set(format.order, parsed.length);
    const fit = parsed.length / values.length;
    if (fit > 0 && fit >= leastFit(format) && (best === null || fit > best.fit)) {
      const needsZone = parsed.some((time) => time.offsetMinutes === null && time.zone === undefined);
      best = { format, fit, isAmbiguous: false, needsZone };
    }
    // Years in front leave nothing for the other formats to decide.
    if (fit === 1 && best?.format === format && values.every((value) => /^\d{4}\D/.test(value))) break;
  }
  return { best, isTie: fits.get('dmy') === fits.get('mdy') };
}

/** With the month by name every order fits: the part in front tells which is meant. */
function orderInFront(values: readonly string[], yearFirst: TimeFormat): TimeFormat {
  const first = values.find((value) => parseTime(value, yearFirst) !== null) ?? '';
  if (/^\d{4}/.test(first)) return yearFirst;
  const withoutDay = first.replace(/^\p{L}{2,10}[.,]{0,2}\s+(?=\d|\p{L})/u, (day) =>
    monthOf(day) ? day : '',
  );
  return { kind: 'fields', order: /^\d/.test(withoutDay) ? 'dmy' : 'mdy' };
}

/** What follows the date in columns of years, days and months. */
const timesOfDay = ['', ' HH:mm', ' HH:mm:ss', ' HH:mm:ss.SSS', "'T'HH:mm:ss", "'T'HH:mm:ss.SSS"];

/** Years in front and days before months ("2024/31/03"): taken where more values are dates that way round. */
function yearDayMonth(values: readonly string[]): DetectedFormat | null {
  const shape = /^\d{4}([-/.])\d{2}\1\d{2}(?!\d)/;
  const separator = shape.exec(values.find((value) => shape.test(value)) ?? '')?.[1];
  if (separator === undefined) return null;
  let best: DetectedFormat | null = null;
  for (const time of timesOfDay) {
    const format: TimeFormat = { kind: 'pattern', pattern: `yyyy${separator}dd${separator}MM${time}` };
    const fit = values.filter((value) => parseTime(value, format) !== null).length / values.length;
    if (fit > (best?.fit ?? 0)) best = { format, fit, isAmbiguous: false, needsZone: true };
  }
  return best;
}

/** Several numbers parted as dates or times are: "2023-13-45", "31.2.2023", "10:00". */
const looksLikeDate = (value: string): boolean => /\d[-/.:]\d/.test(value) || /^\d{8,14}$/.test(value);

function numberCandidates(values: readonly string[]): readonly TimeFormat[] {
  const numbers = values.filter((v) => /^\d+([.,]\d+)?$/.test(v));
  if (numbers.length * 2 < values.length) return [];
  const wholes = numbers.map((v) => v.split(/[.,]/)[0] ?? '').filter((v) => v.length >= 9 && v.length <= 19);
  const digits = wholes[0]?.length ?? 0;
  // Seconds have 9 or 10 digits between 1973 and 2286; each finer unit three more.
  if (digits > 0)
    return [{ kind: 'epoch', unit: digits <= 11 ? 's' : digits <= 13 ? 'ms' : digits <= 16 ? 'us' : 'ns' }];
  return numbers.every(
    (v) => Number(v.replace(',', '.')) > firstSerial && Number(v.replace(',', '.')) < lastSerial,
  )
    ? [{ kind: 'serial' }]
    : [];
}

const serialOf = (year: number): number => 25_569 + (dayNumber(year, 1, 1) ?? 0);
/** Serials of dates that logs and registers have. */
const firstSerial = serialOf(1980);
const lastSerial = serialOf(2100);

/**
 * A format named in a mapping, in Unicode LDML letters (`dd/MM/yyyy HH:mm:ss`) or one of `iso`, `epoch`,
 * `epoch-ms`, `epoch-us`, `epoch-ns`, `serial`. Null when it cannot be understood.
 */
export function formatFromPattern(pattern: string): TimeFormat | null {
  const lower = pattern.trim().toLowerCase();
  if (lower === 'iso' || lower === 'iso 8601' || lower === 'iso8601') return { kind: 'fields', order: 'ymd' };
  const epoch = /^epoch(?:[- ]?(s|ms|us|ns))?$/.exec(lower);
  if (epoch) return { kind: 'epoch', unit: (epoch[1] as 's' | 'ms' | 'us' | 'ns' | undefined) ?? 's' };
  if (lower === 'serial' || lower === 'excel') return { kind: 'serial' };
  if (!isPattern(pattern)) return null;
  // The plainer formats read more than one pattern says (no seconds, a fraction, an offset): they come first.
  const sample = sampleOf(pattern) ?? '';
  return candidates.find((format) => reads(sample, format)) ?? { kind: 'pattern', pattern };
}

/** True where a format reads the sample as the moment it is, as far as the sample goes. */
function reads(sample: string, format: TimeFormat): boolean {
  const clock = parseTime(sample, format)?.clock;
  return (
    clock !== undefined &&
    [1, 1_000, 1_000_000, 60_000_000, 3_600_000_000, 86_400_000_000].some(
      (unit) => Math.floor(sampleClock / unit) * unit === clock,
    )
  );
}

/** The format in LDML letters, for the mapping that is shown and saved. */
export function patternOf(format: TimeFormat): string {
  switch (format.kind) {
    case 'epoch':
      return format.unit === 's' ? 'epoch' : `epoch-${format.unit}`;
    case 'compact':
      return 'yyyyMMddHHmmss';
    case 'serial':
      return 'serial';
    case 'pattern':
      return format.pattern;
    case 'unknown':
      return '';
    case 'fields':
      return { ymd: 'yyyy-MM-dd HH:mm:ss', dmy: 'dd/MM/yyyy HH:mm:ss', mdy: 'MM/dd/yyyy HH:mm:ss' }[
        format.order
      ];
  }
}
