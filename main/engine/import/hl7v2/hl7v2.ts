/*
 * Format: HL7 version 2 messages, one file a message, many after another, batches, or MLLP captures.
 * Version: 2.1 to 2.9, delimiter ("pipe") encoding.
 * Spec: HL7 v2 chapters 2 and 2A (control), 3 (patient administration); MLLP release 1.
 * Read: each message (the row) as sent, or as its receiver's acknowledgement; patient numbers; batch counts.
 * Dropped: clinical content, names and addresses, Z segments.
 */
import type { EventKind } from '../../../../shared/model/vocabulary';
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { compactTime, LogClock } from '../log/log-clock';
import { utf8Bytes } from '../log/utf8-bytes';
import { BatchCount } from './batch-count';
import { captureByName } from './capture-by-name';
import { type Capture, type Interpretation, interpretMessage, type Party } from './interpret';
import { type Message, messageFrom } from './message';
import { SenderChecks } from './sender-checks';
import { type RawSegment, SegmentSplitter } from './split-segments';
import { segmentsOfLine } from './tidy-line';

/** The first segment of a message or batch at the start of a line, whatever blanks stand before it. */
const header = /(?:^|[\r\n\v])[ \t\uFEFF]*(MSH|FHS|BHS)([^\w\s])([^\w\s]{2,5})\2/;
/** The same after other text on its line, as in the log of an interface ("10:00:01 INFO sent: MSH|…"). */
const headerInLine = /\b(MSH|FHS|BHS)([^\w\s])([^\w\s]{2,5})\2/;

export const hl7v2Importer: Importer = {
  id: 'hl7v2',
  title: 'HL7 v2 messages',
  version: 1,
  detects: 'Text that starts with an MSH, FHS or BHS segment and its separators, framed or not.',
  fields: ['system', 'peer', 'event', 'time', 'message', 'record'],
  drops: ['clinical content', 'names, addresses and other demographics', 'Z segments'],

  detect(probe) {
    const found = header.exec(probe.text) ?? (isMarkup(probe.text) ? null : headerInLine.exec(probe.text));
    if (found === null) return null;
    const messages = probe.text.match(/\bMSH([^\w\s])[^\w\s]{2,5}\1/g)?.length ?? 0;
    const isAtStart = /^[\s\uFEFF]*$/.test(probe.text.slice(0, found.index));
    const count = probe.isWhole ? `${messages} messages` : `${messages} messages in the first part`;
    // Messages among other lines: surer than a table that the bars in them seem to make.
    // Within lines a message may be the content of some table's cell.
    const isOnItsOwn = !found[0].startsWith(found[1] ?? '');
    return { confidence: isAtStart ? 0.97 : isOnItsOwn ? 0.8 : 0.45, summary: `HL7 v2, ${count}` };
  },

  async read(input, sink) {
    const reader = new Hl7Reader(input, sink);
    const splitter = new SegmentSplitter(reader);
    let bytes = 0;
    for await (const chunk of utf8Bytes(input.open(), input.probe.encoding)) {
      bytes += chunk.length;
      splitter.write(chunk);
      sink.progress(bytes);
    }
    splitter.end();
    reader.finish();
  },
};

/** JSON and XML that carry messages are formats of their own. */
const isMarkup = (text: string): boolean => /^\s*[<{[]/.test(text);

const directions: readonly EventKind[] = ['sent', 'received'];

class Hl7Reader {
  readonly #clock: LogClock;
  readonly #names: ReadonlyMap<string, string>;
  readonly #capture: Capture;
  readonly #batches: BatchCount;
  readonly #checks: SenderChecks;
  #message: Message | null = null;
  #isFramed = false;
  #rows = 0;
  #strayLine: RawSegment | null = null;
  #strayLines = 0;
  #accepts = 0;
  #arrivals = 0;

  constructor(
    input: ImportInput,
    private readonly sink: FactSink,
  ) {
    const { mapping } = input;
    this.#clock = new LogClock(mapping, compactTime);
    this.#names = new Map(Object.entries(mapping.values?.system ?? {}));
    const direction = directions.find((kind) => kind === mapping.constants?.event) ?? null;
    this.#capture = {
      system: mapping.constants?.system ?? null,
      direction,
      named: captureByName(input.name),
    };
    this.#batches = new BatchCount(sink);
    this.#checks = new SenderChecks(sink);
  }

  segment(raw: RawSegment): void {
    for (const segment of segmentsOfLine(raw)) this.#segment(segment);
  }

  #segment(segment: RawSegment): void {
    const name = segment.bytes.toString('latin1', 0, 3);
    if (name === 'MSH') {
      this.#finishMessage();
      this.#message = messageFrom(segment);
      if (this.#message === null) {
        this.#reject(segment, 'no-separators', 'MSH-1 and MSH-2 do not declare separators that can be used.');
        this.#batches.message();
      }
      return;
    }
    if (/^[FB](HS|TS)$/.test(name)) {
      this.#finishMessage();
      this.#batches.take(segment);
    } else if (this.#message !== null) {
      this.#message.add(segment);
    } else if (segment.bytes.toString('latin1').trim() !== '') {
      this.#strayLine ??= { ...segment, bytes: Buffer.from(segment.bytes) };
      this.#strayLines += 1;
    }
  }

  frameStart(line: number): void {
    if (this.#isFramed && this.#message !== null) {
      const message = 'The MLLP frame before this one has no end: the message in it may be cut off.';
      this.sink.warn({ line }, 'frame-unfinished', message);
    }
    this.#finishMessage();
    this.#isFramed = true;
  }

  frameEnd(): void {
    this.#finishMessage();
    this.#isFramed = false;
  }

  #reject(raw: RawSegment, code: string, message: string): void {
    this.#rows += 1;
    this.sink.reject({ line: raw.line }, code, message, raw.bytes.toString('latin1', 0, 2000));
  }

  /** Lines between messages that belong to none are one rejected row. */
  #finishStrayLines(): void {
    const first = this.#strayLine;
    if (first === null) return;
    const message = `${this.#strayLines} lines from here on belong to no message (none starts with MSH).`;
    this.#strayLine = null;
    this.#strayLines = 0;
    this.#reject(first, 'no-message', message);
  }

  #finishMessage(): void {
    const message = this.#message;
    this.#message = null;
    this.#finishStrayLines();
    if (message === null) return;
    const place = { line: message.header.line };
    const { segments, isWronglyEncoded } = message.decode();
    const read = interpretMessage(
      segments,
      this.#capture,
      (party) => this.#nameOf(party),
      (text) => this.#clock.read(text),
    );
    if (read === null) {
      this.#reject(message.header, 'no-header', 'The MSH segment cannot be read.');
      return;
    }
    this.#batches.message();
    if (read.isTorn) {
      const text = 'MSH ends before the type and the control id (MSH-9 and MSH-10): the message is cut off.';
      this.#reject(message.header, 'cut-short', text);
      return;
    }
    if (isWronglyEncoded) {
      const text = 'MSH-18 declares UTF-8, but the bytes are not: they were read as Windows-1252.';
      this.sink.warn(place, 'wrong-encoding', text);
    }
    if (message.strayLines > 0) {
      const text = `${message.strayLines} lines in the message are no segments: taken as the text of the one before.`;
      this.sink.warn(place, 'stray-lines', text);
    }
    this.#state(read, place.line);
    this.#rows += 1;
    this.sink.accept();
  }

  #state(read: Interpretation, line: number): void {
    const place = { line };
    if (read.time !== null && read.time.value === null) {
      this.sink.warn(
        place,
        'bad-time',
        `MSH-7 "${read.time.text}" is no date and time; the message has none.`,
      );
    }
    if (read.contradiction !== null) this.sink.warn(place, 'contradictory-ack', read.contradiction);
    if (read.isAcknowledgement) this.#accepts += 1;
    const { record, alsoKnownAs } = read.patient;
    if (record !== null && alsoKnownAs !== null) this.sink.alias(record, alsoKnownAs, 'same', place);
    for (const prior of read.superseded) {
      if (record !== null && prior !== record) this.sink.alias(prior, record, 'superseded', place);
    }
    this.#checks.check(read, line, (party) => this.#nameOf(party));
    for (const event of read.events) {
      if (event.kind === 'received') this.#arrivals += 1;
      this.sink.event(event);
    }
  }

  /** MSH-3, else MSH-4; a mapping may rename "application|facility" or the application alone. */
  #nameOf(party: Party): string | null {
    const { application, facility } = party;
    const name = application ?? facility;
    if (name === null) return null;
    return this.#names.get(`${application ?? ''}|${facility ?? ''}`) ?? this.#names.get(name) ?? name;
  }

  finish(): void {
    if (this.#isFramed && this.#message !== null) {
      const message = 'The last MLLP frame has no end: the file is cut off, and so may be its last message.';
      this.sink.warn({ line: this.#message.header.line }, 'frame-unfinished', message);
    }
    this.#finishMessage();
    this.#batches.finish();
    if (this.#rows === 0) {
      throw new FileRefused('no-message', 'The file holds no HL7 message: no line starts with MSH.');
    }
    this.#checks.finish();
    if (this.#capture.system === null && this.#arrivals > 0) {
      this.sink.note(
        `By the file’s name it was captured where messages arrived: ${this.#arrivals} are taken as received by MSH-5, at MSH-7, when the sender wrote them. Set constants.system in the mapping where that is wrong.`,
      );
    } else if (this.#capture.system === null) {
      this.sink.note(
        'Each message is taken as its sender’s claim (MSH-3 sent it at MSH-7). Set constants.system in the mapping to the system that captured the file, if you know it.',
      );
    } else {
      this.sink.note(
        'Times are those of MSH-7, when the sender wrote the message, not when it was captured.',
      );
    }
    if (this.#accepts > 0) {
      this.sink.note('An acknowledgement is the receiver’s claim; AA can mean no more than "staged".');
    }
    for (const note of this.#clock.notes()) this.sink.note(note);
  }
}
