import { assemble, fullYear, type ParsedTime } from './moment-parts';
import { monthOf } from './month-names';

/** One letter run of a pattern, or text that stands as it is. */
type Token = { readonly letters: string } | { readonly text: string };

const meaningfulLetters = /^[yuMLdDEHhKkmsSaZzXxVvOc]$/;

/**
 * The tokens of a pattern in LDML letters (Unicode TS 35 part 4, Date Format Patterns); C's strftime
 * letters and the capital YYYY and DD of other libraries are understood too. Null for any other text.
 */
function tokensOf(pattern: string): readonly Token[] | null {
  const ldml = fromStrftime(pattern);
  if (ldml === null) return null;
  const tokens: Token[] = [];
  for (const [part, quoted, letters] of ldml.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    if (quoted !== undefined) tokens.push({ text: quoted === '' ? "'" : quoted.replaceAll("''", "'") });
    else if (letters === undefined) tokens.push({ text: part });
    else if (letters === 'T') tokens.push({ text: part });
    else if (meaningfulLetters.test(letters)) tokens.push({ letters: part });
    else return null;
  }
  return tokens;
}

const strftime: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'MM',
  d: 'dd',
  e: 'd',
  b: 'MMM',
  B: 'MMMM',
  j: 'DDD',
  H: 'HH',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  f: 'SSSSSS',
  p: 'a',
  a: 'EEE',
  A: 'EEEE',
  z: 'Z',
  Z: 'z',
  F: 'yyyy-MM-dd',
  T: 'HH:mm:ss',
};

function fromStrftime(pattern: string): string | null {
  if (!pattern.includes('%')) {
    return /Y{2,4}/.test(pattern) && !/y/.test(pattern)
      ? pattern
          .replaceAll('Y', 'y')
          .replaceAll('D', 'd')
          .replace(/\[([^\]]*)\]/g, "'$1'")
      : pattern;
  }
  let isKnown = true;
  const ldml = pattern.replace(/%([A-Za-z])/g, (_, letter: string) => {
    isKnown &&= letter in strftime;
    return strftime[letter] ?? '';
  });
  return isKnown ? ldml : null;
}

interface Compiled {
  readonly regex: RegExp;
  /** What each group is: the first letter of its token, and its length. */
  readonly groups: readonly string[];
}

const zoneGroup = String.raw`(Z|[+-]\d{2}(?::?\d{2})?|[A-Z]{1,5}|[A-Z][A-Za-z]+\/[A-Za-z_/]+)`;
const isNumeric = (token: Token | undefined): boolean =>
  token !== undefined && 'letters' in token && /^([yudDHhKkmsS]|M{1,2}$|L{1,2}$)/.test(token.letters);

function compile(pattern: string): Compiled | null {
  const tokens = tokensOf(pattern);
  if (!tokens) return null;
  const source = tokens.map((token, i) => {
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if ('letters' in token) return fieldSource(token.letters, before, isNumeric(before) || isNumeric(next));
    // Seconds and fractions may be missing; their separator goes with them.
    return next !== undefined && 'letters' in next && /^S/.test(next.letters) ? '' : escaped(token.text);
  });
  const groups = tokens.flatMap((token) => ('letters' in token ? [token.letters] : []));
  return { regex: new RegExp(String.raw`^${source.join('')}\s*$`, 'u'), groups };
}

/** The expression of one field; `runsOn`: digits stand right before or behind it, so its length is exact. */
function fieldSource(letters: string, before: Token | undefined, runsOn: boolean): string {
  const exactly = String.raw`(\d{${letters.length}})`;
  if (/^[yu]/.test(letters)) {
    return letters.length === 2 || letters.length >= 4
      ? String.raw`(\d{${Math.min(letters.length, 4)}})`
      : String.raw`(\d{1,4})`;
  }
  if (/^(M|L){3,}$/.test(letters)) return String.raw`(\p{L}{3,10})\.?`;
  if (/^[Ec]/.test(letters)) return String.raw`(\p{L}{2,10})[.,]?`;
  if (/^D/.test(letters)) return String.raw`(\d{1,3})`;
  if (/^S/.test(letters)) {
    return before !== undefined && 'text' in before
      ? String.raw`(?:${escaped(before.text)}(\d{1,9}))?`
      : exactly;
  }
  if (letters === 'a') return String.raw`([AaPp]\.?[Mm]\.?)`;
  if (/^[ZzXxVvO]/.test(letters)) return `${zoneGroup}?`;
  return runsOn ? exactly : String.raw`(\d{1,2})`;
}

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, String.raw`\s+`);

const compiled = new Map<string, Compiled | null>();

function compiledOf(pattern: string): Compiled | null {
  let known = compiled.get(pattern);
  if (known === undefined) {
    known = compile(pattern);
    compiled.set(pattern, known);
  }
  return known;
}

/** True for a pattern that names at least a year and a day. */
export function isPattern(pattern: string): boolean {
  const found = compiledOf(pattern)?.groups.map((group) => group[0]);
  if (!found) return false;
  const has = (letters: string): boolean => found.some((letter) => letters.includes(letter ?? ' '));
  return has('yu') && (has('D') || (has('ML') && has('d')));
}

/** Reads one value by a pattern; null when it does not fit. */
export function parsePattern(value: string, pattern: string): ParsedTime | null {
  const found = compiledOf(pattern);
  const m = found?.regex.exec(value);
  if (!found || !m) return null;
  const parts: Record<string, string | undefined> = {};
  found.groups.forEach((group, i) => {
    parts[group[0] === 'u' ? 'y' : group[0] === 'L' ? 'M' : (group[0] ?? '')] = m[i + 1];
  });
  const month = parts.M === undefined ? 1 : ((Number(parts.M) || monthOf(parts.M)) ?? 0);
  // The day of the year counts on from the first of January.
  const dayOfYear = parts.D === undefined ? 0 : Number(parts.D) - 1;
  const hour =
    parts.H ?? (parts.k === undefined ? undefined : String(Number(parts.k) % 24)) ?? parts.h ?? parts.K;
  const read = assemble({
    year: fullYear(parts.y ?? ''),
    month,
    day: parts.D === undefined ? Number(parts.d ?? 1) : 1,
    hour: parts.K === undefined ? hour : String(Number(parts.K) || 12),
    minute: parts.m,
    second: parts.s,
    fraction: parts.S,
    meridiem: parts.a,
    zone: parts.X ?? parts.x ?? parts.Z ?? parts.z ?? parts.V ?? parts.v ?? parts.O,
  });
  if (!read || dayOfYear < 0 || dayOfYear > 365) return null;
  return dayOfYear === 0 ? read : { ...read, clock: read.clock + dayOfYear * 86_400_000_000 };
}

/** A known moment written by a pattern, to see which plainer format reads it too. Null for no pattern. */
export function sampleOf(pattern: string): string | null {
  const tokens = tokensOf(pattern);
  if (!tokens) return null;
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return tokens
    .map((token) => {
      if ('text' in token) return token.text;
      const { letters } = token;
      const length = letters.length;
      switch (letters[0]) {
        case 'y':
        case 'u':
          return length === 2 ? '23' : '2023';
        case 'M':
        case 'L':
          return length >= 4 ? 'October' : length === 3 ? 'Oct' : pad(10, length);
        case 'd':
          return pad(29, length);
        case 'H':
        case 'k':
          return pad(13, length);
        case 'h':
        case 'K':
          return pad(1, length);
        case 'm':
          return pad(45, length);
        case 's':
          return pad(56, length);
        case 'S':
          return '789'.padEnd(length, '0');
        case 'a':
          return 'PM';
        case 'E':
          return 'Sun';
        case 'Z':
          return '+0000';
        case 'z':
          return 'UTC';
        case 'X':
        case 'x':
          return 'Z';
        default:
          // A part that no plainer format knows.
          return '?';
      }
    })
    .join('');
}

/** The moment of `sampleOf`, as far as a pattern tells it, in microseconds. */
export const sampleClock = Date.UTC(2023, 9, 29, 13, 45, 56, 789) * 1000;
