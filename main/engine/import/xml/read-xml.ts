import type { TextDecoder } from 'node:util';
import { type SaxesOptions, SaxesParser } from 'saxes';
import { declarationBytes, xmlDecoder } from './decode-xml';
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
  /** Bytes between two tags: one attribute or one text may not fill the memory. */
  readonly tokenBytes: number;
  /** Recoverable damages before the document is given up. */
  readonly damages: number;
}

export const defaultXmlLimits: XmlLimits = { depth: 512, tokenBytes: 32 * 1024 * 1024, damages: 1000 };

/** The parser's messages after which the tree is still the one that was written. */
const recoverable =
  /^(disallowed character(\.| in entity name)|undefined entity|empty entity name|malformed character entity|malformed entity name|duplicate attribute|the string "\]\]>"|malformed comment)/;

/** What reading several documents as one run makes the parser say of a perfectly good prologue. */
const prologue = /(the|an) XML declaration must be|inappropriately located doctype|text data outside/i;

/**
 * Streams an XML document: memory does not grow with its size. Entities other than the five of XML and
 * character references are never resolved and no external one is fetched. Several documents in one file, one after
 * another, are read as one run of elements. Rejects with `XmlBroken` where the structure ends.
 */
export async function readXml(
  source: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  limits: Partial<XmlLimits> = {},
): Promise<void> {
  const cap = { ...defaultXmlLimits, ...limits };
  const parser = new SaxesParser<SaxesOptions & { xmlns: false }>({
    xmlns: false,
    fragment: true,
    position: true,
  });
  const state = {
    bytes: 0,
    lastTagAt: 0,
    depth: 0,
    tagLine: 1,
    damages: 0,
    elements: 0,
    isMisencoded: false,
  };

  const damage = (message: string, line: number) => {
    state.damages += 1;
    if (state.damages > cap.damages) {
      throw new XmlBroken('xml-broken', `More than ${cap.damages} places are not well-formed XML.`, line);
    }
    handler.damage?.(message, line);
  };
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '');
    if (prologue.test(message)) return;
    if (!recoverable.test(message)) throw new XmlBroken('xml-broken', explain(message), parser.line);
    damage(message, parser.line);
  });
  parser.on('opentagstart', () => {
    // The character after the name is consumed by then: a line break there counts to the next line.
    state.tagLine = parser.column === 0 ? parser.line - 1 : parser.line;
    state.lastTagAt = state.bytes;
  });
  parser.on('opentag', (tag) => {
    state.depth += 1;
    state.elements += 1;
    if (state.depth > cap.depth) {
      throw new XmlBroken('xml-too-large', `Elements are nested more than ${cap.depth} deep.`, state.tagLine);
    }
    handler.open({
      name: localName(tag.name),
      attributes: tag.attributes,
      line: state.tagLine,
      depth: state.depth,
    });
  });
  parser.on('closetag', (tag) => {
    state.lastTagAt = state.bytes;
    handler.close(localName(tag.name), state.depth, parser.line);
    state.depth -= 1;
  });
  const onText = (text: string) => {
    state.lastTagAt = state.bytes;
    if (state.depth > 0) handler.text?.(text, parser.line);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  let decoder: TextDecoder | null = null;
  let head = Buffer.alloc(0);
  const write = (text: string) => {
    if (text.includes('\uFFFD') && !state.isMisencoded) {
      state.isMisencoded = true;
      handler.misencoded?.(parser.line);
    }
    parser.write(text);
  };
  for await (const chunk of source) {
    state.bytes += chunk.length;
    if (decoder === null) {
      head = Buffer.concat([head, chunk]);
      if (head.length < declarationBytes) continue;
      decoder = xmlDecoder(head);
      write(decoder.decode(head, { stream: true }));
    } else {
      write(decoder.decode(chunk, { stream: true }));
    }
    if (state.bytes - state.lastTagAt > cap.tokenBytes) {
      throw new XmlBroken(
        'xml-too-large',
        `One value is longer than ${Math.round(cap.tokenBytes / 1024 / 1024)} MiB.`,
        parser.line,
      );
    }
    handler.progress?.(state.bytes);
  }
  write(decoder === null ? xmlDecoder(head).decode(head) : decoder.decode());
  if (state.elements === 0) throw new XmlBroken('xml-broken', 'The document has no element.', parser.line);
  parser.close();
}

/** The parser's message with what it means for the person. */
function explain(message: string): string {
  const unclosed = /^unclosed tag: (.*)$/.exec(message)?.[1];
  if (unclosed !== undefined) {
    return `The document ends inside <${unclosed}>: the file is cut off. What stood before was read.`;
  }
  if (message === 'unexpected end.') {
    return 'The document ends in the middle of a tag: the file is cut off. What stood before was read.';
  }
  return `Not well-formed XML: ${message} What stood before was read.`;
}
