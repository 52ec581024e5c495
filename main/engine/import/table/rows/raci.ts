/** Who does the work, is accountable for it, is asked, is told. */
export type RaciLetter = 'r' | 'a' | 'c' | 'i';

/** The names under which all but the accountable are kept: no responsibility of the model is any of them. */
export const raciWords: Readonly<Record<Exclude<RaciLetter, 'a'>, string>> = {
  r: 'RACI responsible',
  c: 'RACI consulted',
  i: 'RACI informed',
};

const words: Readonly<Record<string, RaciLetter>> = {
  r: 'r',
  responsible: 'r',
  a: 'a',
  accountable: 'a',
  c: 'c',
  consulted: 'c',
  i: 'i',
  informed: 'i',
};

/** The letters of a cell: "A", "R/A", "Accountable (A)", "RACI: C". Null for anything else. */
export function raciLettersOf(text: string): readonly RaciLetter[] | null {
  // "A81001" is a code.
  if (/\d/.test(text)) return null;
  const parts = text
    .toLowerCase()
    .replace(/^raci\b/, '')
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
  const letters = parts.flatMap((part) => {
    if (Object.hasOwn(words, part)) return [words[part] ?? null];
    // "AR", as two letters are written without a stroke.
    return /^[raci]{2}$/.test(part) ? [...part].map((letter) => words[letter] ?? null) : [null];
  });
  const known = letters.filter((letter) => letter !== null);
  return known.length === 0 || known.length < letters.length ? null : [...new Set(known)];
}

/** Columns without a field under which, in the first rows, stands nothing but letters: each names a party. */
export function raciColumns(
  header: readonly string[],
  fields: readonly (string | null)[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const columns = header.flatMap((name, column) => {
    if (fields[column] !== null || name.trim() === '') return [];
    const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    const isRaci = cells.length > 0 && cells.every((cell) => cell.length <= 7 && raciLettersOf(cell));
    return isRaci ? [column] : [];
  });
  // Red and amber are letters too: only a matrix also has people who are asked or told.
  const has = (letters: RegExp): boolean =>
    rows.some((row) => columns.some((column) => letters.test(row[column] ?? '')));
  const isMatrix = has(/a/i) && has(/[ci]/i);
  return columns.length >= 2 && isMatrix ? columns : [];
}
