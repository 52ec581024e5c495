const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};

/** Small letters without accents: sheets are typed with and without them, and programs drop them. */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  // Nearly every word is plain already, and logs say the same words in every row.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþ]/g, (letter) => letters[letter] ?? letter);
}

/** The other way in which umlauts and rings are written where a keyboard or a file has none: ae, oe, ue, aa. */
export const writtenOut = (text: string): string =>
  text.toLowerCase().replace(/[äöüåøæ]/g, (letter) => spelledOut[letter] ?? letter);

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };
