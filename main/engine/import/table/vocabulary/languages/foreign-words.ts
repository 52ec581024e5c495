import type { TableKind } from '../../../../../../shared/model/mapping';
import { type HeaderOf, headerPlaces, type Language } from './language';
import { languages } from './registry';

/** The words of a list as languages give it. */
export const wordsIn = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Every language's words for each value of one vocabulary. */
export function foreignWords<K extends keyof Language>(
  part: K,
): readonly (readonly [value: keyof Language[K], words: readonly string[]])[] {
  return languages.flatMap((language) =>
    (Object.entries(language[part]) as [keyof Language[K], string][]).map(
      ([value, words]) => [value, wordsIn(words)] as const,
    ),
  );
}

/** Every language's words for one thing. */
export const foreignList = (part: 'yes' | 'no' | 'blank'): readonly string[] =>
  languages.flatMap((language) => wordsIn(language[part]));

/** A header of another language: `kinds` null in any table; `attribute` names a common column of logs. */
export interface ForeignHeaders {
  readonly field: string;
  readonly kinds: readonly TableKind[] | null | 'attribute';
  readonly headers: readonly string[];
}

export const foreignHeaders: readonly ForeignHeaders[] = languages.flatMap(({ headers }) =>
  (Object.entries(headers) as [HeaderOf, string][]).map(([of, words]) => {
    const [field, kinds] = headerPlaces[of];
    return { field, kinds, headers: wordsIn(words) };
  }),
);

/** Headers that say which way a message went, of every language. */
export const foreignDirections: readonly string[] = languages.flatMap(({ headers }) =>
  wordsIn(headers.direction),
);
