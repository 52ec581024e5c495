import { formatCount } from '../../../../shared/diagram/edge-style';
import { percent } from '../../analyse/wording';

/** Numbers, dates and lists as a report writes them: no locale of the machine takes part. */
export const number = formatCount;

export const counted = (n: number, one: string, several = `${one}s`): string =>
  `${formatCount(n)} ${n === 1 ? one : several}`;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2024-02-05T…" → "5 February 2024", in UTC as the case keeps it; what is no date stays as it is. */
export function day(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = parts === null ? undefined : months[Number(parts[2]) - 1];
  if (parts === null || month === undefined) return iso;
  return `${Number(parts[3])} ${month} ${parts[1]}`;
}

/** "5 February 2024, 14:30 UTC". */
export function moment(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time === undefined ? day(iso) : `${day(iso)}, ${time} UTC`;
}

const quoted = /“[^”]*”/g;
/** A moment or a day as the engine writes it; not the day in a file's name. */
const written =
  /(?<![\w./-])(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?: UTC|Z)?)?(?![\w-]|\.\w)/g;

/** The engine's words with moments as a report writes them; what is quoted from a source stays as it stands there. */
export function readableMoments(text: string): string {
  const quotes = text.match(quoted) ?? [];
  return text
    .split(quoted)
    .map((part, index) => part.replace(written, writtenOut) + (quotes[index] ?? ''))
    .join('');
}

const writtenOut = (_all: string, date: string, time: string | undefined): string =>
  time === undefined ? day(date) : moment(`${date}T${time}`);

/** "5 February to 14 April 2024": what two days share is said once. */
export function span(from: string, to: string): string {
  if (from.slice(0, 10) === to.slice(0, 10)) return day(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))} to ${day(to)}`;
  const first = day(from);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${first.slice(0, -5)} to ${day(to)}`
    : `${first} to ${day(to)}`;
}

/** A part of a whole, as findings write it too. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : percent(part / whole);
}

/** The first few of many names: "A, B and 3 more". */
export function someOf(names: readonly string[], most: number): string {
  if (names.length <= most) {
    return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  }
  return `${names.slice(0, most).join(', ')} and ${formatCount(names.length - most)} more`;
}

export const sentence = (text: string): string => {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  // A file's name keeps its letters.
  const isWord = /^[\p{L}’'-]+(?=[\s,:;.]|$)/u.test(trimmed) && !/^\S+\.\w/.test(trimmed);
  const capital = isWord ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed;
  return /[.!?”)]$/.test(capital) && /[.!?]/.test(capital.slice(-2)) ? capital : `${capital}.`;
};

/** As many whole sentences as fit; at least one. */
export function firstSentences(text: string, most: number): string {
  const sentences = text.match(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*\s*/g) ?? [text];
  let kept = '';
  for (const one of sentences) {
    if (kept !== '' && kept.length + one.length > most) break;
    kept += one;
  }
  return kept.trim();
}

/** "A > B", as flows are named everywhere, within a sentence: "A to B". */
export const flowWords = (subject: string): string => subject.replaceAll(' > ', ' to ');
