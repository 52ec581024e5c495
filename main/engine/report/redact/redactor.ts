import { nameKey } from '../../store/names/name-key';
import type { RedactedName } from './names-to-redact';

/** Takes names out of texts, the same name always by the same words. */
export interface Redactor {
  readonly isActive: boolean;
  readonly names: readonly RedactedName[];
  text(original: string): string;
}

/**
 * Finds a name whatever its case and whatever stands between its words ("Letters Hub", "letters-hub",
 * "LettersHub"), but not within a longer word. The longest name that begins at a place is the one meant.
 */
export function redactorOf(names: readonly RedactedName[]): Redactor {
  const shown = new Map<string, string>();
  const sources: { readonly length: number; readonly source: string }[] = [];
  for (const { name, shown: words } of names) {
    const key = keyOf(name);
    if (key === '' || shown.has(key)) continue;
    shown.set(key, words);
    sources.push({ length: key.length, source: sourceOf(name) });
  }
  if (sources.length === 0) return { isActive: false, names: [], text: (original) => original };
  sources.sort((a, b) => b.length - a.length || (a.source < b.source ? -1 : 1));
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sources.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return {
    isActive: true,
    names,
    text: (original) =>
      original.normalize('NFC').replace(expression, (found) => shown.get(keyOf(found)) ?? '[redacted]'),
  };
}

const keyOf = (name: string): string => nameKey(name).replaceAll(' ', '');

function sourceOf(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu);
  if (words === null) return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return words.map((word) => word).join('[^\\p{L}\\p{N}]{0,3}');
}
