import { type SaxesOptions, SaxesParser } from 'saxes';
import { declarationBytes, type XmlDecoder, xmlDecoder } from './decode-xml';
import { XmlBroken } from './xml-broken';
import { localName } from './xml-element';

export interface XmlTag {
  /** Local name, prefix dropped. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1-based line on which the tag opens. */
  readonly line: number;
  /** 1 for the root. */
  readonly depth: number;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  /** Character data with entities resolved, CDATA included; may come in several parts. */
  text?(text: string, line: number): void;
  close(name: string, depth: number, line: number): void;
  /**
   * Something that is not well-formed but leaves the structure intact (an undefined entity, a stray
   * control character). Reading goes on.
   */
  damage?(message: string, line: number): void;
  /** Said once: bytes somewhere after this line are not of the declared encoding and became U+FFFD. */
  misencoded?(line: number): void;
  /** Bytes read so far, a few times a second at most. */
  progress?(bytes: number): void;
}

export interface XmlLimits {
  readonly depth: number;
  /** Characters between two tags: one attribute or one text may not fill the memory. */
  readonly tokenCharacters: number;
  /** Recoverable damages before the document is given up. */
  readonly damages: number;
}

export const defaultXmlLimits: XmlLimits = { depth: 512, tokenCharacters: 32 * 1024 * 1024, damages: 1000 };

/** The parser's messages after which the tree is still the one that was written. */
const recoverable =
  /^(disallowed character(\.| in entity name)|undefined entity|empty entity name|malformed character entity|malformed entity name|duplicate attribute|the string "\]\]>"|malformed comment)/;

/** An XML declaration names a version, an encoding and little else. */
const longestDeclaration = 1000;

/** What reading several documents as one run makes the parser say of a perfectly good prologue. */
const prologue = /inappropriately located doctype|text data outside/;

/**
 * Reads XML that comes in pieces. Entities other than the five of XML and character references are never
 * resolved and no external one is fetched. Several documents, one after another, are read as one run of
 * elements. Throws `XmlBroken` where the structure ends.
 */
export class XmlReader {
  readonly #parser = new SaxesParser<SaxesOptions & { xmlns: false }>({
    xmlns: false,
    fragment: true,
    position: true,
  });
  readonly #cap: XmlLimits;
  #characters = 0;
  #lastTagAt = 0;
  #depth = 0;
  #tagLine = 1;
  #damages = 0;
  #elements = 0;
  #isMisencoded = false;
  #held = '';

  constructor(
    private readonly handler: XmlHandler,
    limits: Partial<XmlLimits> = {},
  ) {
    this.#cap = { ...defaultXmlLimits, ...limits };
    const parser = this.#parser;
    parser.on('error', (error) => this.#error(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentagstart', () => {
      // The character after the name is consumed by then: a line break there counts to the next line.
      this.#tagLine = parser.column === 0 ? parser.line - 1 : parser.line;
      this.#lastTagAt = this.#characters;
    });
    parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes));
    parser.on('closetag', (tag) => {
      this.#lastTagAt = this.#characters;
      handler.close(localName(tag.name), this.#depth, parser.line);
      this.#depth -= 1;
    });
    const onText = (text: string): void => {
      this.#lastTagAt = this.#characters;
      if (this.#depth > 0) handler.text?.(text, parser.line);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  write(text: string): void {
    let rest = this.#held + text;
    this.#held = '';
    for (let at = rest.indexOf('<?xml'); at !== -1; at = rest.indexOf('<?xml', 1)) {
      this.#feed(rest.slice(0, at));
      rest = rest.slice(at);
      const end = rest.indexOf('?>');
      const isCut = end === -1 && rest.length < longestDeclaration;
      if (this.#depth === 0 && isCut) {
        this.#held = rest;
        return;
      }
      if (this.#depth === 0 && end !== -1 && /\s/.test(rest[5] ?? '')) {
        rest = rest.slice(0, end + 2).replace(/[^\n]/g, ' ') + rest.slice(end + 2);
      }
    }
    const partial = /<(\?(x(ml?)?)?)?$/.exec(rest);
    if (partial !== null) this.#held = partial[0];
    this.#feed(rest.slice(0, rest.length - this.#held.length));
  }

  /**
   * Text without the declarations that stand between documents of one file: the parser takes only one, at
   * the very start, and the encoding is decided already.
   */
  #feed(text: string): void {
    if (!this.#isMisencoded && text.includes('\uFFFD')) {
      this.#isMisencoded = true;
      this.handler.misencoded?.(this.#parser.line);
    }
    this.#characters += text.length;
    this.#parser.write(text);
    const limit = this.#cap.tokenCharacters;
    if (this.#characters - this.#lastTagAt > limit) {
      const size = Math.round(limit / 1024 / 1024);
      throw new XmlBroken('xml-too-large', `One value is longer than ${size} MiB.`, this.#parser.line);
    }
  }

  end(): void {
    this.#feed(this.#held);
    this.#held = '';
    if (this.#elements === 0) {
      throw new XmlBroken('xml-broken', 'The document has no element.', this.#parser.line);
    }
    this.#parser.close();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    this.#elements += 1;
    const { depth } = this.#cap;
    if (this.#depth > depth) {
      throw new XmlBroken('xml-too-large', `Elements are nested more than ${depth} deep.`, this.#tagLine);
    }
    this.handler.open({ name: localName(name), attributes, line: this.#tagLine, depth: this.#depth });
  }

  #error(message: string): void {
    const { line } = this.#parser;
    if (prologue.test(message)) return;
    if (!recoverable.test(message)) throw new XmlBroken('xml-broken', explain(message), line);
    this.#damages += 1;
    if (this.#damages > this.#cap.damages) {
      const text = `More than ${this.#cap.damages} places are not well-formed XML.`;
      throw new XmlBroken('xml-broken', text, line);
    }
    this.handler.damage?.(message, line);
  }
}

/** Streams an XML document in its own encoding: memory does not grow with its size. Rejects with `XmlBroken`. */
export async function readXml(
  source: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  limits: Partial<XmlLimits> = {},
): Promise<void> {
  const reader = new XmlReader(handler, limits);
  let decoder: XmlDecoder | null = null;
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (decoder === null) {
      head = Buffer.concat([head, chunk]);
      if (head.length < declarationBytes) continue;
      decoder = xmlDecoder(head);
      reader.write(decoder.decode(head, { stream: true }));
    } else {
      reader.write(decoder.decode(chunk, { stream: true }));
    }
    handler.progress?.(bytes);
  }
  reader.write(decoder === null ? xmlDecoder(head).decode(head) : decoder.decode());
  reader.end();
}

/** The parser's message with what it means for the person. */
function explain(message: string): string {
  const unclosed = /^unclosed tag: (.*)$/.exec(message)?.[1];
  if (unclosed !== undefined) {
    return `The document ends inside <${unclosed}>: the file is cut off.`;
  }
  if (message === 'unexpected end.') {
    return 'The document ends in the middle of a tag: the file is cut off.';
  }
  return `Not well-formed XML: ${message}`;
}
