import { spelledOutLetters, undecomposedLetters } from '../../../../../shared/model/plain-letters';

/** Small letters without accents: sheets are typed with and without them, and programs drop them. */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  // Nearly every word is plain already, and logs say the same words in every row.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => undecomposedLetters[letter] ?? letter);
}

/** The other way in which umlauts and rings are written where a keyboard or a file has none: ae, oe, ue, aa. */
export const writtenOut = (text: string): string =>
  text.toLowerCase().replace(/[äöüåøæ]/g, (letter) => spelledOutLetters[letter] ?? letter);
