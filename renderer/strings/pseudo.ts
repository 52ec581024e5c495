const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
  n: 'ñ',
  c: 'ç',
};

/**
 * A catalogue that no one speaks, to find what is not translated and what does not fit: every text a third
 * longer, accented and bracketed; parameters stay as they are.
 */
export function pseudo<C extends Readonly<Record<string, string>>>(
  catalogue: C,
): Readonly<Record<keyof C, string>> {
  const entries = Object.entries(catalogue).map(([key, text]) => {
    const accented = text
      .split(/(\{[^}]*\})/)
      .map((part) =>
        part.startsWith('{') ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
      )
      .join('');
    return [key, `[${accented}${'·'.repeat(Math.ceil(text.length / 3))}]`];
  });
  return Object.fromEntries(entries) as Readonly<Record<keyof C, string>>;
}
