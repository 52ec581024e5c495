/** Languages in whose words months are read: English, and those of systems bought or bordered on. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map([
    ['sept', 9],
    ['mrz', 3],
  ]);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1)
        names.set(fold(format.format(Date.UTC(2021, month - 1, 1))), month);
    }
  }
  return names;
}

let names: ReadonlyMap<string, number> | null = null;

/** The month, 1 to 12, that a word names in full or in short; null for any other word. */
export function monthOf(word: string): number | null {
  names ??= monthNames();
  return names.get(fold(word)) ?? null;
}
