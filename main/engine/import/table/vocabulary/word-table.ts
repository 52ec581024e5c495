import { plainLetters, writtenOut } from './plain-letters';

/** A log says the same few words in every row: they are folded once. */
const folded = new Map<string, string>();
const mostFolded = 4096;

/** A word without case, accents and punctuation. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const now = plainLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.size < mostFolded && text.length <= 64) folded.set(text, now);
  return now;
}

type Entries<T> = readonly (readonly [T, readonly string[]])[];

/**
 * What each word stands for; a word that is in no list gives null. A word of English keeps its meaning where
 * another language has it too.
 */
export function wordTable<T>(entries: Entries<T>, foreign: Entries<T>): (text: string) => T | null {
  const map = new Map<string, T>();
  for (const [value, words] of entries) for (const word of words) map.set(fold(word), value);
  for (const [value, words] of foreign)
    for (const word of words.flatMap((each) => [fold(each), fold(writtenOut(each))]))
      if (!map.has(word)) map.set(word, value);
  return (text) => map.get(fold(text)) ?? null;
}
