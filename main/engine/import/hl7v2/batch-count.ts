import { delimitersOf, Segment } from '../hl7/segment';
import type { FactSink } from '../importer';
import type { RawSegment } from './split-segments';

/**
 * Checks the counts that batches declare (BTS-1 messages, FTS-1 batches; HL7 v2 chapter 2, batch protocol)
 * against what stands in the file: a batch that lost messages on the way says so itself.
 */
export class BatchCount {
  #messages = 0;
  #batches = 0;
  #openBatch: number | null = null;
  #openFile: number | null = null;

  constructor(private readonly sink: FactSink) {}

  message(): void {
    this.#messages += 1;
  }

  /** True for a segment of the batch protocol, which is then dealt with. */
  take(raw: RawSegment): boolean {
    const name = raw.bytes.toString('latin1', 0, 3);
    if (name === 'FHS') {
      this.#openFile = raw.line;
      this.#batches = 0;
    } else if (name === 'BHS') {
      this.#finishBatch();
      this.#openBatch = raw.line;
      this.#messages = 0;
    } else if (name === 'BTS') {
      this.#compare(raw, 'BTS-1', 'messages', this.#messages, 'batch-count');
      this.#openBatch = null;
      this.#messages = 0;
      this.#batches += 1;
    } else if (name === 'FTS') {
      this.#finishBatch();
      this.#compare(raw, 'FTS-1', 'batches', this.#batches, 'file-count');
      this.#openFile = null;
    } else {
      return false;
    }
    return true;
  }

  #compare(raw: RawSegment, field: string, what: string, found: number, code: string): void {
    const text = raw.bytes.toString('latin1', 0, 64);
    const delimiters = delimitersOf(`MSH${text[3] ?? '|'}^~\\&`);
    const declared = delimiters && new Segment('XTS', text, raw.line, delimiters).value(1);
    if (declared === null || Number(declared) === found) return;
    const message = `${field} declares ${declared} ${what}, but ${found} stand here.`;
    this.sink.warn({ line: raw.line }, code, message);
  }

  #finishBatch(): void {
    if (this.#openBatch === null) return;
    const message = 'The batch that starts here has no BTS segment: its end may be missing.';
    this.sink.warn({ line: this.#openBatch }, 'batch-unfinished', message);
    this.#openBatch = null;
    this.#batches += 1;
  }

  finish(): void {
    this.#finishBatch();
    if (this.#openFile === null) return;
    const message = 'The FHS that starts here has no FTS segment: the end of the file may be missing.';
    this.sink.warn({ line: this.#openFile }, 'file-unfinished', message);
  }
}
