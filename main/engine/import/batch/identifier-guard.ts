import { isValidNhsNumber, showRecordKey } from '../../store/records/record-identifier';
import { meaningsOf } from '../table/plan/field-dictionary';

/** Ten digits, run on or in the printed groups of three, three and four. */
const tenDigits = /(?<![\d.])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;

/**
 * Keeps record identifiers out of a pseudonymised case where no column was known to hold them: in other
 * columns, in free text, in the words of an issue. NHS numbers are told by their check digit (modulus 11;
 * one of eleven other numbers of ten digits passes it too, and is then hidden for nothing), other
 * identifiers by the name of what holds them. The same identifier is the same pseudonym everywhere.
 */
export class IdentifierGuard {
  readonly #keyOf: (raw: string) => string;
  readonly #isIdentifier = new Map<string, boolean>();
  /** Attributes in which something was replaced, for the report. */
  readonly replacedIn = new Set<string>();

  /** `keyOf` gives a pseudonym's 16 bytes as Latin-1. */
  constructor(keyOf: (raw: string) => string) {
    this.#keyOf = keyOf;
  }

  #shown(raw: string): string {
    return showRecordKey(Buffer.from(this.#keyOf(raw), 'latin1'));
  }

  /** Text with every NHS number in it replaced by its pseudonym. */
  text(text: string): string {
    // The cheapest look first: most texts have no run of digits at all.
    if (text.length < 10 || !/\d{3}[ -]?\d{3}/.test(text)) return text;
    return text.replace(tenDigits, (found) =>
      isValidNhsNumber(found.replace(/\D/g, '')) ? this.#shown(found) : found,
    );
  }

  /** The same for every text within a value that is made of plain data. */
  value<T>(value: T): T {
    const json = JSON.stringify(value);
    const guarded = this.text(json);
    return guarded === json ? value : (JSON.parse(guarded) as T);
  }

  /** Attributes as one JSON object of texts: those named as identifiers become pseudonyms whole. */
  attributes(json: string): string {
    const found = JSON.parse(json) as Readonly<Record<string, string>>;
    const parts = Object.keys(found).map((name) => {
      const value = found[name] ?? '';
      const kept = /\d/.test(value) && this.#names(name) ? this.#shown(value) : this.text(value);
      if (kept !== value && this.replacedIn.size < 20) this.replacedIn.add(name);
      return `${JSON.stringify(name)}:${JSON.stringify(kept)}`;
    });
    return `{${parts.join(',')}}`;
  }

  /** True for names under which records are identified ("MRN", "Hospital number", "patient.chi"). */
  #names(name: string): boolean {
    let known = this.#isIdentifier.get(name);
    if (known === undefined) {
      const header = name.replace(/ \((?:\d+|column \d+)\)$/, '');
      known =
        meaningsOf(header, 'log').some((meaning) => meaning.field === 'record') ||
        meaningsOf(header, 'crosswalk').some((meaning) => meaning.field === 'alias');
      this.#isIdentifier.set(name, known);
    }
    return known;
  }
}
