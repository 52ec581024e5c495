import { readXml, type XmlHandler, type XmlLimits, XmlReader, type XmlTag } from './read-xml';
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
  const builder = new RecordBuilder(handler, limits);
  try {
    await readXml(source, builder, limits);
  } catch (error) {
    builder.breakOff(error);
    throw error;
  }
}

/** A whole small document as its root elements (one, where it is a document). Throws `XmlBroken`. */
export function parseXml(text: string, limits: Partial<XmlRecordLimits> = {}): XmlElement[] {
  const roots: XmlElement[] = [];
  const builder = new RecordBuilder(
    { isRecord: () => true, record: (element) => void roots.push(element) },
    limits,
  );
  const reader = new XmlReader(builder, limits);
  reader.write(text);
  reader.end();
  return roots;
}

/** Gathers the elements of one record at a time. */
class RecordBuilder implements XmlHandler {
  readonly #ancestors: XmlTag[] = [];
  readonly #open: GrowingElement[] = [];
  #elements = 0;
  #characters = 0;
  #damage: string | null = null;

  constructor(
    private readonly handler: XmlRecordHandler,
    private readonly limits: Partial<XmlRecordLimits>,
  ) {}

  open(tag: XmlTag): void {
    const parent = this.#open.at(-1);
    if (parent === undefined && !this.handler.isRecord(tag, this.#ancestors)) {
      this.handler.outside?.(tag, this.#ancestors);
      this.#ancestors.push(tag);
      return;
    }
    const { name, attributes, line } = tag;
    const element: GrowingElement = { name, attributes, children: [], text: '', line };
    this.#elements += 1;
    let length = 0;
    for (const key in attributes) length += key.length + (attributes[key]?.length ?? 0);
    this.#count(length, line);
    parent?.children.push(element);
    this.#open.push(element);
  }

  text(text: string, line: number): void {
    const element = this.#open.at(-1);
    if (element === undefined) return;
    this.#count(text.length, line);
    element.text += text;
  }

  close(): void {
    const element = this.#open.pop();
    if (element === undefined) {
      this.#ancestors.pop();
    } else if (this.#open.length === 0) {
      const damage = this.#damage;
      this.#elements = 0;
      this.#characters = 0;
      this.#damage = null;
      this.handler.record(element, this.#ancestors, damage);
    }
  }

  damage(message: string, line: number): void {
    if (this.#open.length > 0) this.#damage ??= `line ${line}: ${message}`;
    else this.handler.damage?.(message, line);
  }

  misencoded(line: number): void {
    this.handler.misencoded?.(line);
  }

  progress(bytes: number): void {
    this.handler.progress?.(bytes);
  }

  /** Hands over the record that a broken document ends in. */
  breakOff(error: unknown): void {
    const [torn] = this.#open;
    if (error instanceof XmlBroken && torn !== undefined) this.handler.torn?.(torn, error);
  }

  #count(characters: number, line: number): void {
    this.#characters += characters;
    const { elements = 1_000_000, characters: most = 64 * 1024 * 1024 } = this.limits;
    if (this.#elements <= elements && this.#characters <= most) return;
    throw new XmlBroken('xml-too-large', 'One record of the file is too large to read.', line);
  }
}
