import { unzlibSync } from 'fflate';

/** A value of PDF syntax (ISO 32000-1, 7.3). */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfName
  | PdfRef
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>;
export class PdfName {
  constructor(readonly name: string) {}
}
export class PdfRef {
  constructor(readonly id: number) {}
}
export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfObject {
  readonly value: PdfValue;
  /** Unpacked; Latin-1, one character a byte. */
  readonly stream: string | null;
}

/** Objects of a file without object streams, as pdfkit writes it, and the catalogue that the trailer names. */
export function parsePdf(bytes: Uint8Array): {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly root: number;
} {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = match[2] ?? '';
    const at = body.indexOf('\nstream\n');
    const value = new Reader(at < 0 ? body : body.slice(0, at)).value();
    const raw = at < 0 ? null : body.slice(at + 8, body.lastIndexOf('\nendstream'));
    const filter = value instanceof Map ? value.get('Filter') : undefined;
    const isPacked = filter instanceof PdfName && filter.name === 'FlateDecode';
    objects.set(Number(match[1]), {
      value,
      stream:
        raw === null || !isPacked
          ? raw
          : Buffer.from(unzlibSync(Buffer.from(raw, 'latin1'))).toString('latin1'),
    });
  }
  const trailer = new Reader(file.slice(file.lastIndexOf('trailer') + 7)).value();
  const root = trailer instanceof Map ? trailer.get('Root') : undefined;
  if (!(root instanceof PdfRef)) throw new Error('The trailer names no catalogue.');
  return { objects, root: root.id };
}

const regular = /[^\s()<>[\]{}/%]/;

class Reader {
  #at = 0;
  constructor(private readonly text: string) {}

  value(): PdfValue {
    this.#space();
    const { text } = this;
    if (text.startsWith('<<', this.#at)) return this.#dictionary();
    const first = text[this.#at];
    if (first === '[') return this.#array();
    if (first === '(') return this.#literal();
    if (first === '<') return this.#hexadecimal();
    if (first === '/') {
      this.#at += 1;
      return new PdfName(this.#word());
    }
    const reference = /^(\d+) 0 R/.exec(text.slice(this.#at, this.#at + 20));
    if (reference !== null) {
      this.#at += reference[0].length;
      return new PdfRef(Number(reference[1]));
    }
    const word = this.#word();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === '' || Number.isNaN(Number(word)))
      throw new Error(`Not a PDF value: ${text.slice(this.#at - word.length, this.#at + 20)}`);
    return Number(word);
  }

  #space(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
  }

  #word(): string {
    const start = this.#at;
    while (regular.test(this.text[this.#at] ?? '')) this.#at += 1;
    return this.text.slice(start, this.#at);
  }

  #dictionary(): PdfDict {
    this.#at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.#space();
      if (this.text.startsWith('>>', this.#at)) break;
      const key = this.value();
      if (!(key instanceof PdfName)) throw new Error('A key of a dictionary is no name.');
      entries.set(key.name, this.value());
    }
    this.#at += 2;
    return entries;
  }

  #array(): readonly PdfValue[] {
    this.#at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.#space();
      if (this.text[this.#at] === ']') break;
      values.push(this.value());
    }
    this.#at += 1;
    return values;
  }

  /** Escapes other than of brackets stay as they are: no test reads such text. */
  #literal(): string {
    let depth = 0;
    let out = '';
    for (;;) {
      const character = this.text[this.#at] ?? '';
      this.#at += 1;
      if (character === '\\') {
        out += this.text[this.#at] ?? '';
        this.#at += 1;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0 || character === '') return out.slice(1);
      out += character;
    }
  }

  #hexadecimal(): string {
    const end = this.text.indexOf('>', this.#at);
    const hex = this.text.slice(this.#at + 1, end).replaceAll(/\s/g, '');
    this.#at = end + 1;
    return Buffer.from(hex, 'hex').toString('latin1');
  }
}
