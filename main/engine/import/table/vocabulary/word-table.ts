/** A log says the same few words in every row: they are folded once. */
const folded = new Map<string, string>();
const mostFolded = 4096;

/** A word without case and punctuation. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const now = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.size < mostFolded && text.length <= 64) folded.set(text, now);
  return now;
}

/** What each word stands for; a word that is in no list gives null. */
export function wordTable<T>(
  entries: readonly (readonly [T, readonly string[]])[],
): (text: string) => T | null {
  const map = new Map<string, T>();
  for (const [value, words] of entries) for (const word of words) map.set(fold(word), value);
  return (text) => map.get(fold(text)) ?? null;
}
