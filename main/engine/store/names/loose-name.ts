import { spelledOutLetters, undecomposedLetters } from '../../../../shared/model/plain-letters';
import { identityKey } from './name-key';

/** Names that programs give: in `postgres://db-1/a_b` every sign tells one thing from another. */
const isAddress = /^[a-z][a-z0-9+.-]*:\/\/|^urn:|^arn:/;

/**
 * What two spellings of one system share: case, spaces, hyphens, other punctuation and the marks of Latin and
 * Greek letters folded. Marks of other scripts are vowels or letters of their own and stay. A space between
 * two digits stays ("Ward 1 2" is not "Ward 12"), and so do `&`, and `+` and `#` at a word ("C++").
 */
export function looseKey(name: string): string {
  const key = identityKey(name);
  if (isAddress.test(key)) return key;
  const folded = withoutMarks(key)
    .replace(/(^|\s)\+(?=\s)/g, '$1&')
    .replace(/[^\p{L}\p{N}\p{M}&+#]+/gu, ' ')
    .trim()
    .replace(/(?<!\p{N}) | (?!\p{N})/gu, '');
  return folded === '' ? key : folded;
}

function withoutMarks(key: string): string {
  if (/^[ -~]*$/.test(key)) return key;
  return key
    .replace(/[ßæœøłđðþı]/g, (letter) => undecomposedLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC');
}

/**
 * Words for "and" that stand where another source writes `&`. The words are not folded into each other: that
 * "Ward I North" and "Ward E North" are one is said by nobody.
 */
const conjunctions = ['and', 'und', 'et', 'en', 'och', 'og', 'ja', 'oraz', 'y', 'e', 'i', ''];

/** The productive instance, which an inventory calls by the plain name; never "(test)" or "(old)". */
const liveMark =
  /\s*[([](live|prod|production|produktiv|produktion|productie|producción|produccion|produzione|produção)[)\]]$/;
const trailingSystem = /^(.*\p{L}{3}.*)\s+system$/u;

/**
 * Loose keys of the other ways in which a source may write this name: `&` as a word or left out, umlauts
 * spelled out, without "(live)" or "system" at its end.
 */
export function otherSpellings(name: string): ReadonlySet<string> {
  const whole = identityKey(name);
  if (isAddress.test(whole)) return new Set();
  const forms = new Set([whole]);
  const bare = whole.replace(liveMark, '');
  if (bare !== '') forms.add(bare);
  for (const form of [...forms]) {
    const short = trailingSystem.exec(form)?.[1];
    if (short !== undefined) forms.add(short);
  }
  for (const form of [...forms]) {
    const ascii = form.replace(/[äöüåø]/g, (letter) => spelledOutLetters[letter] ?? letter);
    forms.add(ascii);
  }
  const keys = new Set<string>();
  for (const form of forms) {
    keys.add(looseKey(form));
    const spaced = form.replace(/\s+\+\s+/g, ' & ');
    if (!spaced.includes('&')) continue;
    for (const word of conjunctions) keys.add(looseKey(spaced.replace(/\s*&\s*/g, ` ${word} `)));
  }
  keys.delete(looseKey(name));
  return keys;
}

/** How names of one kind are compared: what two spellings share, and in which other ways a name may be spelled. */
export interface Spelling {
  readonly loose: (name: string) => string;
  readonly others: (name: string) => ReadonlySet<string>;
}

export const systemSpelling: Spelling = { loose: looseKey, others: otherSpellings };

/** A table's or a file's name: every sign in it tells one from another ("dbt_core.orders", "dbt.core_orders"). */
const isTechnical = (name: string): boolean => !/\s/.test(name.trim()) && /[_.:/\\$@]/.test(name);

/** Datasets that people name are spelled as freely as systems; those that programs name are not. */
export const datasetSpelling: Spelling = {
  loose: (name) => (isTechnical(name) ? identityKey(name) : looseKey(name)),
  others: (name) => {
    const spaced = name.replace(/\s+\+\s+/g, ' & ');
    return isTechnical(name) || !spaced.includes('&') ? new Set() : otherSpellings(name);
  },
};
