import { en } from './en';

export type TextKey = keyof typeof en;

type ParameterName<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? (P extends `${infer Name}|${string}` ? Name : P) | ParameterName<Rest>
  : never;

type Parameters<K extends TextKey> = [ParameterName<(typeof en)[K]>] extends [never]
  ? []
  : [Readonly<Record<ParameterName<(typeof en)[K]>, string | number>>];

type Catalogue = Readonly<Record<TextKey, string>>;

let catalogue: Catalogue = en;
let locale = 'en-GB';
let numbers = new Intl.NumberFormat(locale);
let plurals = new Intl.PluralRules(locale);

/** Chooses the catalogue and the locale of numbers and dates; called once, before the first drawing. */
export function setLanguage(chosen: { readonly locale: string; readonly catalogue?: Catalogue }): void {
  locale = Intl.NumberFormat.supportedLocalesOf(chosen.locale)[0] ?? 'en-GB';
  numbers = new Intl.NumberFormat(locale);
  plurals = new Intl.PluralRules('en');
  catalogue = chosen.catalogue ?? en;
}

export function currentLocale(): string {
  return locale;
}

/**
 * A string of the interface. `{name}` is replaced by a parameter; `{count|row|rows}` by the number and the
 * word in the right form. Numbers are written in the person's locale.
 */
export function t<K extends TextKey>(key: K, ...parameters: Parameters<K>): string {
  const text: string = catalogue[key];
  const values: Readonly<Record<string, string | number>> | undefined = parameters[0];
  if (values === undefined) return text;
  return text.replace(
    /\{([^}|]+)(?:\|([^}|]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const written = typeof value === 'number' ? numbers.format(value) : value;
      if (one === undefined) return written;
      return `${written} ${plurals.select(Number(value)) === 'one' ? one : other}`;
    },
  );
}
