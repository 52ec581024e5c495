import { wordsIn } from './languages/foreign-words';
import { languages } from './languages/registry';
import { plainLetters } from './plain-letters';

const secondsOf = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;
type Unit = keyof typeof secondsOf;

const english: readonly (readonly [RegExp, Unit])[] = [
  [/^(s|sec(ond)?s?)$/, 'second'],
  [/^(m|min(ute)?s?)$/, 'minute'],
  [/^(h|hrs?|hours?)$/, 'hour'],
  [/^(d|days?)$/, 'day'],
  [/^(w|wks?|weeks?)$/, 'week'],
];

/** How units begin in other languages; short ones stand alone ("uur", "ore"), as they begin other words too. */
const stems: readonly (readonly [string, Unit])[] = languages.flatMap(({ units }) =>
  (Object.entries(units) as [Unit, string][]).flatMap(([unit, words]) =>
    wordsIn(words).map((stem) => [plainLetters(stem), unit] as const),
  ),
);
const leastStem = 4;

function unitOf(word: string): Unit | null {
  const plain = plainLetters(word);
  const known = english.find(([pattern]) => pattern.test(plain));
  if (known) return known[1];
  const fits = ([stem]: readonly [string, Unit]): boolean =>
    stem.length < leastStem ? plain === stem : plain.startsWith(stem);
  return stems.find(fits)?.[1] ?? null;
}

/** The unit that a header names, the last where it names several: "Max delay (minutes)", "Délai max en heures". */
function unitIn(header: string): Unit | null {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  // A letter in the midst is none: "Délai d'acheminement".
  const units = words.map((word, index) =>
    index > 0 && (word.length > 1 || index === words.length - 1) ? unitOf(word) : null,
  );
  return units.filter((unit) => unit !== null).at(-1) ?? null;
}

/**
 * A delay in seconds: a number in the unit of the header ("Max delay (minutes)"), a number with its own
 * unit ("2 hours", "30 Minuten"), ISO 8601 ("PT1H30M") or a clock ("01:30:00"). Null where none can be read;
 * a bare number without any unit is taken as minutes, the usual of interface registers.
 */
export function delaySecondsOf(text: string, header: string): number | null {
  const value = text.trim().toLowerCase();
  const iso = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/.exec(value);
  if (iso && value.length > 1) {
    const [, w, d, h, m, s] = iso.map((part) => Number(part ?? 0));
    return (w ?? 0) * 604_800 + (d ?? 0) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0);
  }
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(value);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const parts = [...value.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}*)/gu)];
  if (parts.length === 0) return null;
  let total = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = word === '' ? (unitIn(header) ?? 'minute') : unitOf(word);
    if (unit === null) return null;
    total += Number(number.replace(',', '.')) * secondsOf[unit];
  }
  return total;
}
