import { readXml, type XmlHandler, type XmlLimits, type XmlTag } from './read-xml';
import { XmlBroken } from './xml-broken';
import type { XmlElement } from './xml-element';

interface GrowingElement extends XmlElement {
  readonly children: GrowingElement[];
  text: string;
}

export interface XmlRecordHandler extends Pick<XmlHandler, 'progress' | 'misencoded'> {
  /** True where the element starts a record to be read whole. Not asked inside a record. */
  isRecord(tag: XmlTag, ancestors: readonly XmlTag[]): boolean;
  /** `damage` is what was wrong inside it, null for a sound one. */
  record(element: XmlElement, ancestors: readonly XmlTag[], damage: string | null): void;
  /** An element outside every record (the root, a header); its text is not kept. */
  outside?(tag: XmlTag, ancestors: readonly XmlTag[]): void;
  /** Damage outside every record. */
  damage?(message: string, line: number): void;
  /** The cut-off record at the end of a broken file. */
  torn?(element: XmlElement, problem: XmlBroken): void;
}

export interface XmlRecordLimits extends XmlLimits {
  /** Elements in one record. */
  readonly elements: number;
  /** Characters of text and attributes in one record. */
  readonly characters: number;
}

/**
 * Streams a document as records, each a small tree that is let go after `record` returns. A document that
 * breaks off inside a record reports it as torn, then rejects with `XmlBroken`.
 */
export async function readXmlRecords(
  source: AsyncIterable<Uint8Array>,
  handler: XmlRecordHandler,
  limits: Partial<XmlRecordLimits> = {},
): Promise<void> {
  const maximumElements = limits.elements ?? 1_000_000;
  const maximumCharacters = limits.characters ?? 64 * 1024 * 1024;
  const ancestors: XmlTag[] = [];
  let open: GrowingElement[] = [];
  let elements = 0;
  let characters = 0;
  let damaged: string | null = null;

  const count = (line: number) => {
    if (elements <= maximumElements && characters <= maximumCharacters) return;
    throw new XmlBroken('xml-too-large', 'One record of the file is too large to read.', line);
  };
  const growing = () => open[open.length - 1];

  const reader: XmlHandler = {
    open(tag) {
      const parent = growing();
      if (parent === undefined && !handler.isRecord(tag, ancestors)) {
        handler.outside?.(tag, ancestors);
        ancestors.push(tag);
        return;
      }
      const element = { name: tag.name, attributes: tag.attributes, children: [], text: '', line: tag.line };
      elements += 1;
      for (const key in tag.attributes) characters += key.length + (tag.attributes[key]?.length ?? 0);
      count(tag.line);
      parent?.children.push(element);
      open.push(element);
    },
    text(text, line) {
      const element = growing();
      if (element === undefined) return;
      characters += text.length;
      count(line);
      element.text += text;
    },
    close() {
      const element = open.pop();
      if (element === undefined) {
        ancestors.pop();
      } else if (open.length === 0) {
        const problem = damaged;
        elements = 0;
        characters = 0;
        damaged = null;
        handler.record(element, ancestors, problem);
      }
    },
    damage(message, line) {
      if (open.length > 0) damaged ??= `line ${line}: ${message}`;
      else handler.damage?.(message, line);
    },
    misencoded: (line) => handler.misencoded?.(line),
    progress: (bytes) => handler.progress?.(bytes),
  };

  try {
    await readXml(source, reader, limits);
  } catch (error) {
    const torn = open[0];
    open = [];
    if (error instanceof XmlBroken && torn !== undefined) handler.torn?.(torn, error);
    throw error;
  }
}

/** A whole small document as its root elements (one, where it is a document). Throws `XmlBroken`. */
export async function parseXml(text: string, limits: Partial<XmlRecordLimits> = {}): Promise<XmlElement[]> {
  const roots: XmlElement[] = [];
  const source = (async function* () {
    yield Buffer.from(`\uFEFF${text}`, 'utf8');
  })();
  await readXmlRecords(source, { isRecord: () => true, record: (element) => roots.push(element) }, limits);
  return roots;
}
