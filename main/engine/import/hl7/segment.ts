/** The separators a message declares in its first segment (MSH-1 and MSH-2). */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escapeCharacter: string;
  readonly subcomponent: string;
}

/** The separators of an MSH, BHS or FHS segment; null where it has none that can be used. */
export function delimitersOf(header: string): Delimiters | null {
  const field = header[3];
  if (field === undefined || /[\w\s]/.test(field)) return null;
  const end = header.indexOf(field, 4);
  const encoding = header.slice(4, end === -1 ? undefined : end).trimEnd();
  const [component, repetition = '~', escapeCharacter = '\\', subcomponent = '&'] = encoding;
  if (component === undefined || new Set([field, ...encoding]).size !== encoding.length + 1) return null;
  return { field, component, repetition, escapeCharacter, subcomponent };
}

/** One segment of a message, numbered as the standard does: field 1 of MSH is its separator. */
export class Segment {
  readonly #fields: readonly string[];

  constructor(
    readonly name: string,
    text: string,
    readonly line: number,
    private readonly delimiters: Delimiters,
  ) {
    const fields = text.split(delimiters.field);
    const hasSeparatorAsField = name === 'MSH' || name === 'BHS' || name === 'FHS';
    this.#fields = hasSeparatorAsField ? [name, delimiters.field, ...fields.slice(1)] : fields;
  }

  /** Every repetition of a field, each as its components, each as its subcomponents; escapes resolved. */
  repetitions(field: number): string[][][] {
    const text = this.#fields[field]?.trim() ?? '';
    // "" is HL7's explicit null: the sender says that there is no value.
    if (text === '' || text === '""') return [];
    const { component, repetition, subcomponent } = this.delimiters;
    return text
      .split(repetition)
      .map((one) =>
        one.split(component).map((part) => part.split(subcomponent).map((leaf) => this.#unescape(leaf))),
      );
  }

  /** The first repetition's component (1-based; default 1), its first subcomponent; null where blank. */
  value(field: number, component = 1): string | null {
    const value = this.repetitions(field)[0]?.[component - 1]?.[0]?.trim() ?? '';
    return value === '' || value === '""' ? null : value;
  }

  /** The whole field as written, escapes kept. */
  raw(field: number): string {
    return this.#fields[field]?.trim() ?? '';
  }

  /** HL7 v2 chapter 2, use of escape sequences. What is unknown stays as it is written. */
  #unescape(text: string): string {
    const { escapeCharacter, field, component, repetition, subcomponent } = this.delimiters;
    if (!text.includes(escapeCharacter)) return text;
    const named: Record<string, string> = {
      F: field,
      S: component,
      T: subcomponent,
      R: repetition,
      E: escapeCharacter,
      H: '',
      N: '',
      '.br': '\n',
    };
    const parts = text.split(escapeCharacter);
    let result = parts[0] ?? '';
    for (let index = 1; index < parts.length; index += 2) {
      const code = parts[index] ?? '';
      const isClosed = index + 1 < parts.length;
      const hexadecimal = /^X((?:[0-9A-Fa-f]{2})+)$/.exec(code)?.[1];
      if (!isClosed) result += escapeCharacter + code;
      else if (hexadecimal !== undefined) result += Buffer.from(hexadecimal, 'hex').toString('latin1');
      else result += Object.hasOwn(named, code) ? named[code] : escapeCharacter + code + escapeCharacter;
      result += parts[index + 1] ?? '';
    }
    return result;
  }
}
