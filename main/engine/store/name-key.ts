/** Characters that are not seen: joiners, direction marks, soft hyphens, byte order marks. */
const unseen = /\p{Cf}/gu;

/**
 * What makes two spellings one name: case, accents' composition, spacing, punctuation and what is not seen
 * folded. Letters and digits of every script count; a name of punctuation alone is its own key.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(unseen, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? name.trim() : folded;
}

/** Marks that turn the reading direction of what follows: they make a name look like another. */
const directionMarks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The name as shown: as the first source writes it, with inner line breaks and double spaces folded. */
export const displayName = (name: string): string =>
  name.replace(directionMarks, '').replace(/\s+/g, ' ').trim();
