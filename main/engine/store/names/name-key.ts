/** Characters that are not seen: joiners, direction marks, soft hyphens, byte order marks. */
const unseen = /\p{Cf}/gu;

/**
 * What makes two spellings of a party, a site or a word one: case, accents' composition, spacing, punctuation
 * and what is not seen folded. Letters and digits of every script count; a name of punctuation alone is its
 * own key.
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

/** One sign in the shapes that keyboards, word processors and spreadsheets give it. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/[\u2018\u2019\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
];

/**
 * What makes two spellings one system, dataset, field or job as they are stored: only case, spacing, the shape
 * of dashes and quotes, and what is not seen are folded. Punctuation is kept, since `dbt_core.orders` and
 * `dbt.core_orders` are two tables, and an inventory may list "Lab" and "Lab+". That two spellings of a
 * system that differ in more are one is decided on reading, with all sources at hand (names/).
 */
export function identityKey(name: string): string {
  if (isPlain.test(name)) return plainKey(name);
  let folded = name.normalize('NFKC').replace(unseen, '').toLowerCase();
  for (const [shape, sign] of shapes) folded = folded.replace(shape, sign);
  folded = folded.replace(/\s+/g, ' ').trim();
  return folded === '' ? name.trim() : folded;
}

/** Most names are of these signs alone: there is nothing to compose and no shape to fold. */
const isPlain = /^[ -~]*$/;

function plainKey(name: string): string {
  const folded = name.toLowerCase().trim();
  return folded.includes('  ') ? folded.replace(/ +/g, ' ') : folded;
}

/** Marks that turn the reading direction of what follows: they make a name look like another. */
const directionMarks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The name as shown: as the first source writes it, with inner line breaks and double spaces folded. */
export const displayName = (name: string): string =>
  name.replace(directionMarks, '').replace(/\s+/g, ' ').trim();

/** The part of a card's id that a name makes: its key, with the signs that part ids written otherwise. */
export const nodeKey = (name: string): string =>
  identityKey(name).replace(/[%@>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
