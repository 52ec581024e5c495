/**
 * What makes two spellings one name: case, accents' composition, spacing and punctuation folded. Letters
 * and digits of every script count; a name of punctuation alone is its own key.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? name.trim() : folded;
}

/** The name as shown: as the first source writes it, with inner line breaks and double spaces folded. */
export const displayName = (name: string): string => name.replace(/\s+/g, ' ').trim();
