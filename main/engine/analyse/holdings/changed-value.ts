import type { ChangedField } from '../../../../shared/contract/reconcile-methods';
import { decodeWestern } from '../../import/file/western';

export type ChangeKind = ChangedField['kind'];

/**
 * What happened to a value between two systems, or null where it says the same. A date written in another
 * way is no change; the same numbers for another day are.
 */
export function changeOf(a: string, b: string): ChangeKind | null {
  const [left, right] = [a.trim(), b.trim()];
  if (left === right) return null;
  if (left === '' || right === '') return 'other';
  const dates = compareDates(left, right);
  if (dates === 'same') return null;
  if (dates === 'swapped') return 'date order';
  if (left.toLowerCase() === right.toLowerCase()) return 'case';
  if (isReencoded(left, right) || isReencoded(right, left)) return 'encoding';
  const [long, short] = left.length > right.length ? [left, right] : [right, left];
  if (long.startsWith(short.replace(/(?:\.\.\.|…)$/, '').trimEnd())) return 'truncated';
  return 'other';
}

interface DateParts {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly isYearFirst: boolean;
  readonly rest: string;
}

const yearFirst = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})(?!\d)(.*)$/s;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)(.*)$/s;

function datePartsOf(text: string): DateParts | null {
  const iso = yearFirst.exec(text);
  if (iso) {
    return {
      year: Number(iso[1]),
      first: Number(iso[3]),
      second: Number(iso[2]),
      isYearFirst: true,
      rest: iso[4] ?? '',
    };
  }
  const plain = yearLast.exec(text);
  return (
    plain && {
      year: Number(plain[3]),
      first: Number(plain[1]),
      second: Number(plain[2]),
      isYearFirst: false,
      rest: plain[4] ?? '',
    }
  );
}

/** Day and month of both; where one is written day or month first, day first is the reading tried first. */
function compareDates(a: string, b: string): 'same' | 'swapped' | null {
  const [left, right] = [datePartsOf(a), datePartsOf(b)];
  if (!left || !right || left.year !== right.year) return null;
  const restDiffers = left.rest !== right.rest && left.isYearFirst === right.isYearFirst;
  if (restDiffers || [left, right].some(({ first, second }) => first > 31 || second > 31)) return null;
  if (left.first === right.first && left.second === right.second) {
    return left.isYearFirst === right.isYearFirst && left.rest !== right.rest ? null : 'same';
  }
  return left.first === right.second && left.second === right.first ? 'swapped' : null;
}

/** True where `b` is `a` read or written in the wrong encoding: mangled, replaced, escaped or unaccented. */
function isReencoded(a: string, b: string): boolean {
  if (a.normalize('NFC') === b.normalize('NFC')) return true;
  if (unescaped(b) === a) return true;
  const isPlain = !/[^\x20-\x7e]/.test(a);
  if (isPlain) return false;
  const bytes = Buffer.from(a, 'utf8');
  if (bytes.toString('latin1') === b || decodeWestern(bytes) === b) return true;
  const unaccented = a.normalize('NFD').replace(/\p{M}+/gu, '');
  if (unaccented === b) return true;
  // A run of letters is one piece: a quantifier for each of them would try every way to share out the marks.
  const pattern = (a.match(/[ -~]+|[^ -~]+/g) ?? [])
    .map((run) =>
      /^[ -~]/.test(run)
        ? run.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
        : `[?\\uFFFD\\u00BF_ ]{0,${4 * run.length}}`,
    )
    .join('');
  return new RegExp(`^${pattern}$`, 'su').test(b);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number(decimal)));
    if (hex !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16)));
    return entities[String(name).toLowerCase()] ?? whole;
  });
