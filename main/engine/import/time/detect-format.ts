import { parseTime, type TimeFormat, type TimeOrder } from './time-format';

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

/**
 * Decides the format of a whole column from samples. Day and month: whichever reading fits more values
 * wins; where both fit all, day first (the usual of this field), and the answer says it is ambiguous.
 * Null when fewer than half of the samples are times at all.
 */
export function detectTimeFormat(samples: readonly string[]): DetectedFormat | null {
  const values = samples.map((s) => s.trim()).filter((s) => s !== '');
  if (values.length === 0) return null;
  let best: DetectedFormat | null = null;
  const fits = new Map<TimeOrder, number>();
  for (const format of [...candidates, ...epochCandidates(values)]) {
    let fit = 0;
    let zoneless = 0;
    for (const value of values) {
      const parsed = parseTime(value, format);
      if (!parsed) continue;
      fit++;
      if (parsed.offsetMinutes === null) zoneless++;
    }
    if (format.kind === 'fields') fits.set(format.order, fit);
    const share = fit / values.length;
    if (share >= 0.5 && (best === null || share > best.fit)) {
      best = { format, fit: share, isAmbiguous: false, needsZone: zoneless > 0 };
    }
  }
  if (best?.format.kind === 'fields' && best.format.order !== 'ymd') {
    const named = values.every((v) => /[A-Za-z]{3}/.test(v.split(/\s+\d/)[0] ?? ''));
    return { ...best, isAmbiguous: !named && fits.get('dmy') === fits.get('mdy') };
  }
  return best;
}

function epochCandidates(values: readonly string[]): readonly TimeFormat[] {
  const first = values.find((v) => /^\d{9,19}(\.\d+)?$/.test(v));
  if (!first) return [];
  const digits = (first.split('.')[0] ?? '').length;
  // Seconds have 9 or 10 digits between 1973 and 2286; each finer unit three more.
  const unit = digits <= 11 ? 's' : digits <= 13 ? 'ms' : digits <= 16 ? 'us' : 'ns';
  return [{ kind: 'epoch', unit }];
}

/**
 * A format named in a mapping, in Unicode LDML letters (`dd/MM/yyyy HH:mm:ss`) or one of `iso`, `epoch`,
 * `epoch-ms`. Null when it cannot be understood.
 */
export function formatFromPattern(pattern: string): TimeFormat | null {
  const lower = pattern.trim().toLowerCase();
  if (lower === 'iso' || lower === 'iso 8601' || lower === 'iso8601') return { kind: 'fields', order: 'ymd' };
  const epoch = /^epoch(?:[- ]?(s|ms|us|ns))?$/.exec(lower);
  if (epoch) return { kind: 'epoch', unit: (epoch[1] as 's' | 'ms' | 'us' | 'ns' | undefined) ?? 's' };
  if (/^yyyyMMdd(?:'?T'?)?(?:HH|$)/.test(pattern)) return { kind: 'compact' };
  const year = pattern.search(/[yu]/);
  const month = pattern.search(/[ML]/);
  const day = pattern.search(/d/);
  if (year < 0 || month < 0 || day < 0) return null;
  if (year < month && month < day) return { kind: 'fields', order: 'ymd' };
  if (day < month && month < year) return { kind: 'fields', order: 'dmy' };
  return month < day && day < year ? { kind: 'fields', order: 'mdy' } : null;
}

/** The format in LDML letters, for the mapping that is shown and saved. */
export function patternOf(format: TimeFormat): string {
  if (format.kind === 'epoch') return format.unit === 's' ? 'epoch' : `epoch-${format.unit}`;
  if (format.kind === 'compact') return 'yyyyMMddHHmmss';
  return { ymd: 'yyyy-MM-dd HH:mm:ss', dmy: 'dd/MM/yyyy HH:mm:ss', mdy: 'MM/dd/yyyy HH:mm:ss' }[format.order];
}
