import { type Delimiters, delimitersOf, Segment } from '../hl7/segment';
import { decodeMessage } from './charset';
import type { RawSegment } from './split-segments';

/** Segments whose fields are read; of the rest (results, notes, names) only the count is kept. */
const readSegments = new Set(['MSH', 'MSA', 'ERR', 'PID', 'MRG', 'PV1', 'ORC', 'OBR']);
/** A message may repeat ORC or OBR thousands of times; the first ones say what it is. */
const maximumKept = 100;

/** One message being gathered, segment by segment. */
export class Message {
  readonly #raw: RawSegment[] = [];
  #segments = 1;
  #strayLines = 0;

  constructor(
    readonly header: RawSegment,
    readonly delimiters: Delimiters,
  ) {
    this.#raw.push(header);
  }

  get segments(): number {
    return this.#segments;
  }

  /** Lines that are no segment: a text with line breaks of its own. */
  get strayLines(): number {
    return this.#strayLines;
  }

  add(raw: RawSegment): void {
    const start = raw.bytes.toString('latin1', 0, 4);
    if (!/^[A-Z][A-Z0-9]{2}/.test(start) || (start.length > 3 && start[3] !== this.delimiters.field)) {
      this.#strayLines += 1;
      return;
    }
    this.#segments += 1;
    if (readSegments.has(start.slice(0, 3)) && this.#raw.length < maximumKept) {
      // A copy: the bytes belong to the stream's chunk.
      this.#raw.push({ ...raw, bytes: Buffer.from(raw.bytes) });
    }
  }

  /** The segments that are read, decoded by the set that MSH-18 declares. */
  decode(): { readonly segments: readonly Segment[]; readonly isWronglyEncoded: boolean } {
    const header = new Segment(
      'MSH',
      this.header.bytes.toString('latin1'),
      this.header.line,
      this.delimiters,
    );
    const declared = header.value(18);
    let isWronglyEncoded = false;
    const segments = this.#raw.map((raw) => {
      const { text, isWrong } = decodeMessage(raw.bytes, declared);
      isWronglyEncoded ||= isWrong;
      return new Segment(text.slice(0, 3), text, raw.line, this.delimiters);
    });
    return { segments, isWronglyEncoded };
  }
}

/** A message from its first segment; null where MSH-1 and MSH-2 cannot be read. */
export function messageFrom(header: RawSegment): Message | null {
  const delimiters = delimitersOf(header.bytes.toString('latin1', 0, 64));
  return delimiters === null
    ? null
    : new Message({ ...header, bytes: Buffer.from(header.bytes) }, delimiters);
}
