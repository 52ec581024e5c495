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

/** Characters after the parser's last event that tell what it is reading. */
const lookedAt = 1000;

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
  #isInTag = false;
  /** Where the parser's last event ended, and the first of what stands after it. */
  #mark = 0;
  #sinceMark = '';
  /** While the rest of an overlong value is passed over: what ends it. */
  #skipsUntil: string | null = null;
  #skippedLines = 0;

  constructor(
    private readonly handler: XmlHandler,
    limits: Partial<XmlLimits> = {},
  ) {
    this.#cap = { ...defaultXmlLimits, ...limits };
    const parser = this.#parser;
    parser.on('error', (error) => this.#error(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentagstart', () => {
      // The character after the name is consumed by then: a line break there counts to the next line.
      this.#tagLine = parser.column === 0 ? this.#line - 1 : this.#line;
      this.#isInTag = true;
      this.#markEvent();
    });
    parser.on('attribute', () => this.#markEvent());
    parser.on('opentag', (tag) => {
      this.#isInTag = false;
      this.#markEvent();
      this.#open(tag.name, tag.attributes);
    });
    parser.on('closetag', (tag) => {
      this.#markEvent();
      handler.close(localName(tag.name), this.#depth, this.#line);
      this.#depth -= 1;
    });
    const onText = (text: string): void => {
      this.#markEvent();
      if (this.#depth > 0) handler.text?.(text, this.#line);
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
      this.handler.misencoded?.(this.#line);
    }
    const rest = this.#skipsUntil === null ? text : this.#skip(text, this.#skipsUntil);
    const start = this.#characters;
    this.#characters += rest.length;
    this.#parser.write(rest);
    if (this.#mark >= start) this.#sinceMark = rest.slice(this.#mark - start, this.#mark - start + lookedAt);
    else if (this.#sinceMark.length < lookedAt) this.#sinceMark += rest.slice(0, lookedAt);
    if (this.#characters - this.#lastTagAt > this.#cap.tokenCharacters) this.#cutValue();
  }

  #markEvent(): void {
    this.#lastTagAt = this.#characters;
    this.#mark = this.#parser.position;
  }

  get #line(): number {
    return this.#parser.line + this.#skippedLines;
  }

  #overlong(): string {
    return `One value is longer than ${Math.round(this.#cap.tokenCharacters / 1024 / 1024)} MiB.`;
  }

  /** Leaves out the rest of an attribute or text that is too long; what else is that long ends the document. */
  #cutValue(): void {
    const message = this.#overlong();
    const quote = /^[^"']*(["'])/.exec(this.#sinceMark)?.[1];
    const end = this.#isInTag ? quote : /^[!?]/.test(this.#sinceMark) ? undefined : '<';
    if (end === undefined) throw new XmlBroken('xml-too-large', message, this.#line);
    this.#skipsUntil = end;
    this.#damage(`${message} The rest of it was left out`, this.#line);
  }

  /** What of this piece stands from the end of the overlong value on. */
  #skip(text: string, until: string): string {
    const at = text.indexOf(until);
    const end = at === -1 ? text.length : at;
    for (
      let newline = text.indexOf('\n');
      newline !== -1 && newline < end;
      newline = text.indexOf('\n', newline + 1)
    )
      this.#skippedLines += 1;
    if (at !== -1) this.#skipsUntil = null;
    this.#lastTagAt = this.#characters;
    return text.slice(end);
  }

  end(): void {
    this.#feed(this.#held);
    this.#held = '';
    if (this.#skipsUntil !== null) {
      throw new XmlBroken('xml-too-large', `${this.#overlong()} The document ends inside it.`, this.#line);
    }
    if (this.#elements === 0) {
      throw new XmlBroken('xml-broken', 'The document has no element.', this.#line);
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
    const line = this.#line;
    if (prologue.test(message)) return;
    if (!recoverable.test(message)) throw new XmlBroken('xml-broken', explain(message), line);
    this.#damage(message, line);
  }

  #damage(message: string, line: number): void {
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
