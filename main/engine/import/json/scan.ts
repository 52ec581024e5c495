import { type JsonElement, jsonPointer } from './element';
import { maximumDepth } from './nesting';
import { jsonFault, parseExact } from './parse-exact';
import type { Pattern } from './select';

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

/** What the grammar allows next, outside a value. */
type Expect = 'root' | 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';
/** What is being read through. A `container` is taken or passed over whole. */
type Reading = 'structure' | 'container' | 'string' | 'scalar' | 'key';

interface Frame {
  readonly isArray: boolean;
  /** Patterns (bits) that can still match inside. */
  readonly alive: number;
  key: string | number;
}

export interface ScanOptions {
  /** At most 30. */
  readonly select: readonly Pattern[];
  readonly maximumElementBytes: number;
  /** Bytes before the first one given (a BOM); null when offsets do not speak of the source's bytes. */
  readonly byteOffset: number | null;
}

/**
 * Finds the selected values in UTF-8 JSON that comes in pieces of any size. Only a selected value is ever
 * held in memory (and parsed, by JSON.parse); everything else is walked over byte by byte. Brackets inside
 * what is passed over are counted, not checked against each other: this is a reader, not a validator.
 */
export class JsonScanner {
  #expect: Expect = 'root';
  #reading: Reading = 'structure';
  readonly #stack: Frame[] = [];
  #line = 1;
  /** Bytes of earlier chunks. */
  #base = 0;

  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** The value or key that is read through has just ended. */
  #isDone = false;

  #captured: Buffer[] = [];
  #capturedBytes = 0;
  #isCapturing = false;
  #selected = -1;
  #startLine = 1;
  #startByte = 0;

  constructor(
    private readonly options: ScanOptions,
    private readonly emit: (element: JsonElement) => void,
  ) {}

  /** True once nothing more can be read; further chunks are ignored. */
  get isStopped(): boolean {
    return this.#expect === 'nothing';
  }

  write(chunk: Buffer): void {
    /** Index in this chunk from which bytes belong to the value being taken. */
    let from = 0;
    let at = 0;
    const end = chunk.length;
    while (at < end && this.#expect !== 'nothing') {
      if (this.#reading === 'structure') {
        const byte = chunk[at] as number;
        if (byte === newline) this.#line++;
        if (byte > 0x20) {
          from = at;
          this.#structure(byte, at);
        }
        at++;
        continue;
      }
      at = this.#reading === 'container' ? this.#container(chunk, at) : this.#plain(chunk, at);
      if (this.#isDone) {
        this.#isDone = false;
        this.#finish(chunk.subarray(from, at));
      }
    }
    if (this.#isCapturing && this.#expect !== 'nothing') {
      // A copy: the stream may reuse its chunk.
      const rest = Buffer.from(chunk.subarray(from));
      this.#captured.push(rest);
      this.#capturedBytes += rest.length;
      if (this.#capturedBytes > this.options.maximumElementBytes) this.#tooLarge();
    }
    this.#base += end;
  }

  end(): void {
    if (this.#expect === 'nothing') return;
    if (this.#reading === 'scalar' && this.#stack.length === 0) {
      this.#finish(Buffer.alloc(0));
      return;
    }
    if (this.#stack.length === 0 && this.#reading === 'structure') return;
    const where = this.#isCapturing ? this.#startLine : this.#line;
    this.#stop('cut-short', 'The file ends in the middle of a value: it was cut short.', where);
  }

  /** Inside an object or array that is taken or passed over whole. */
  #container(chunk: Buffer, start: number): number {
    const end = chunk.length;
    let at = start;
    let depth = this.#depth;
    let inString = this.#inString;
    let line = this.#line;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at++;
    }
    while (at < end) {
      const byte = chunk[at] as number;
      at++;
      if (inString) {
        if (byte === quote) inString = false;
        else if (byte === backslash) {
          if (at === end) this.#isEscaped = true;
          at++;
        } else if (byte === newline) line++;
      } else if (byte === quote) inString = true;
      else if (byte === newline) line++;
      else if (byte === openBrace || byte === openBracket) {
        depth++;
        if (depth + this.#stack.length > maximumDepth) {
          this.#line = line;
          this.#stop('too-deep', `Values are nested more than ${maximumDepth} deep.`, line);
          return end;
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth--;
        if (depth === 0) {
          this.#isDone = true;
          break;
        }
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    this.#line = line;
    return Math.min(at, end);
  }

  /** Inside a string, a key, or a number or word. */
  #plain(chunk: Buffer, start: number): number {
    const end = chunk.length;
    let at = start;
    if (this.#reading === 'scalar') {
      while (at < end) {
        const byte = chunk[at] as number;
        if (byte <= 0x20 || byte === comma || byte === closeBrace || byte === closeBracket) {
          this.#isDone = true;
          return at;
        }
        at++;
      }
      return at;
    }
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at++;
    }
    while (at < end) {
      const byte = chunk[at] as number;
      at++;
      if (byte === quote) {
        this.#isDone = true;
        return at;
      }
      if (byte === backslash) {
        if (at === end) this.#isEscaped = true;
        at++;
      } else if (byte === newline) this.#line++;
    }
    return Math.min(at, end);
  }

  /** One byte that is neither space nor inside a value. */
  #structure(byte: number, at: number): void {
    const expect = this.#expect;
    if (byte === quote && (expect === 'key' || expect === 'key or end')) {
      this.#begin('key', at, true);
    } else if (expect === 'colon' && byte === colon) {
      this.#expect = 'value';
    } else if (expect === 'comma or end' && byte === comma) {
      const top = this.#stack.at(-1);
      if (top?.isArray) {
        top.key = (top.key as number) + 1;
        this.#expect = 'value';
      } else this.#expect = 'key';
    } else if (this.#closes(byte)) {
      this.#stack.pop();
      this.#expect = this.#stack.length === 0 ? 'root' : 'comma or end';
    } else if (expect === 'root' || expect === 'value' || expect === 'value or end') {
      this.#value(byte, at);
    } else {
      this.#unexpected(byte);
    }
  }

  #closes(byte: number): boolean {
    const top = this.#stack.at(-1);
    if (top === undefined) return false;
    if (byte === closeBracket) {
      return top.isArray && (this.#expect === 'value or end' || this.#expect === 'comma or end');
    }
    return (
      byte === closeBrace &&
      !top.isArray &&
      (this.#expect === 'key or end' || this.#expect === 'comma or end')
    );
  }

  #value(byte: number, at: number): void {
    const alive = this.#alive();
    this.#selected = this.#matching(alive);
    const isContainer = byte === openBrace || byte === openBracket;
    if (isContainer && this.#selected < 0 && alive !== 0) {
      const isArray = byte === openBracket;
      this.#stack.push({ isArray, alive, key: isArray ? 0 : '' });
      this.#expect = isArray ? 'value or end' : 'key or end';
      return;
    }
    if (isContainer) this.#depth = 1;
    else if (byte !== quote && !/[-0-9tfn]/.test(String.fromCharCode(byte))) {
      this.#unexpected(byte);
      return;
    }
    this.#begin(isContainer ? 'container' : byte === quote ? 'string' : 'scalar', at, this.#selected >= 0);
  }

  #begin(reading: Reading, at: number, isCapturing: boolean): void {
    this.#reading = reading;
    this.#inString = false;
    this.#isCapturing = isCapturing;
    this.#startLine = this.#line;
    this.#startByte = this.#base + at;
  }

  /** Bits of the patterns that agree with the path so far. */
  #alive(): number {
    const top = this.#stack.at(-1);
    const { select } = this.options;
    if (top === undefined) return 2 ** select.length - 1;
    const level = this.#stack.length - 1;
    let alive = 0;
    for (let index = 0; index < select.length; index++) {
      if ((top.alive & (1 << index)) === 0) continue;
      const step = select[index]?.[level];
      if (step !== undefined && (step === '*' || step === String(top.key))) alive |= 1 << index;
    }
    return alive;
  }

  #matching(alive: number): number {
    const { select } = this.options;
    for (let index = 0; index < select.length; index++) {
      if ((alive & (1 << index)) !== 0 && select[index]?.length === this.#stack.length) return index;
    }
    return -1;
  }

  /** The value or key that was being read is complete; `tail` is its part in the current chunk. */
  #finish(tail: Buffer): void {
    const reading = this.#reading;
    this.#reading = 'structure';
    const wasCapturing = this.#isCapturing;
    this.#isCapturing = false;
    if (reading === 'key') {
      this.#key(tail);
      return;
    }
    this.#expect = this.#stack.length === 0 ? 'root' : 'comma or end';
    if (!wasCapturing) return;
    const bytes = this.#take(tail);
    if (bytes.length > this.options.maximumElementBytes) {
      this.#capturedBytes = bytes.length;
      this.#tooLarge();
      return;
    }
    const path = this.#stack.map((frame) => frame.key);
    const offset = this.options.byteOffset;
    const place = {
      line: this.#startLine,
      ...(offset === null
        ? {}
        : { byteFrom: offset + this.#startByte, byteTo: offset + this.#startByte + bytes.length }),
      ...(path.length === 0 ? {} : { pointer: jsonPointer(path) }),
    };
    const source = bytes.toString('utf8');
    let value: unknown;
    try {
      value = parseExact(source);
    } catch (error) {
      this.emit({
        ok: false,
        code: 'bad-json',
        message: `Not JSON: ${jsonFault(error)}`,
        place,
        raw: source.slice(0, 2000),
        isFatal: false,
      });
      return;
    }
    this.emit({ ok: true, value, place, selected: this.#selected, path });
  }

  #key(tail: Buffer): void {
    const source = this.#take(tail).toString('utf8');
    const top = this.#stack.at(-1);
    try {
      const key: unknown = JSON.parse(source);
      if (top !== undefined && typeof key === 'string') top.key = key;
      this.#expect = 'colon';
    } catch {
      this.#stop('bad-json', `Not JSON: the name ${source.slice(0, 80)} is not a string.`, this.#startLine);
    }
  }

  #take(tail: Buffer): Buffer {
    if (this.#captured.length === 0) return tail;
    const bytes = Buffer.concat([...this.#captured, tail]);
    this.#captured = [];
    this.#capturedBytes = 0;
    return bytes;
  }

  /** Lets go of the value that is being taken and walks over the rest of it; a name that long ends the file. */
  #tooLarge(): void {
    const megabytes = Math.round(this.options.maximumElementBytes / 1048576);
    const message = `One value is larger than ${megabytes} MB.`;
    if (this.#reading === 'key') {
      this.#stop('too-large', message, this.#startLine);
      return;
    }
    const path = this.#stack.map((frame) => frame.key);
    const raw = Buffer.concat(this.#captured).toString('utf8', 0, 2000);
    const pointer = path.length === 0 ? {} : { pointer: jsonPointer(path) };
    this.#captured = [];
    this.#capturedBytes = 0;
    this.#isCapturing = false;
    const place = { line: this.#startLine, ...pointer };
    this.emit({ ok: false, code: 'too-large', message, place, raw, isFatal: false });
  }

  #unexpected(byte: number): void {
    const shown = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`;
    const wanted = this.#expect === 'root' ? 'value' : this.#expect;
    this.#stop('bad-json', `Not JSON from here on: ${shown} where a ${wanted} should stand.`, this.#line);
  }

  #stop(code: 'bad-json' | 'cut-short' | 'too-large' | 'too-deep', message: string, line: number): void {
    const path = this.#stack.map((frame) => frame.key);
    const raw = Buffer.concat(this.#captured).toString('utf8', 0, 2000);
    this.#captured = [];
    this.#capturedBytes = 0;
    this.#expect = 'nothing';
    const pointer = path.length === 0 ? {} : { pointer: jsonPointer(path) };
    this.emit({ ok: false, code, message, place: { line, ...pointer }, raw, isFatal: true });
  }
}
