const lf = 10;
const cr = 13;

/** A line longer than this is refused unread: V8 holds no string beyond 512 MiB, and no log has such lines. */
export const maximumLineBytes = 16 * 1024 * 1024;

export interface LineHandler {
  /** `buffer[from, to)` without its line end; valid during the call only. `byteFrom` counts from the stream's start. */
  line(buffer: Buffer, from: number, to: number, line: number, byteFrom: number, isTerminated: boolean): void;
  tooLong(line: number, byteFrom: number, start: Buffer): void;
}

/** Splits a stream of chunks into lines (LF or CRLF), whatever the chunk size, in flat memory. */
export class ByteLines {
  #rest: Buffer = Buffer.alloc(0);
  #offset = 0;
  #line = 1;
  #isSkipping = false;

  constructor(readonly handler: LineHandler) {}

  push(chunk: Buffer): void {
    const buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(lf, start);
      if (end < 0) break;
      if (this.#isSkipping) this.#isSkipping = false;
      else this.#emit(buffer, start, end, true);
      this.#line++;
      start = end + 1;
    }
    if (this.#isSkipping || buffer.length - start > maximumLineBytes) {
      if (!this.#isSkipping) {
        this.handler.tooLong(this.#line, this.#offset + start, buffer.subarray(start, start + 2000));
        this.#isSkipping = true;
      }
      start = buffer.length;
    }
    this.#offset += start;
    this.#rest = start < buffer.length ? buffer.subarray(start) : Buffer.alloc(0);
  }

  end(): void {
    if (this.#rest.length > 0 && !this.#isSkipping) this.#emit(this.#rest, 0, this.#rest.length, false);
    this.#rest = Buffer.alloc(0);
  }

  #emit(buffer: Buffer, start: number, end: number, isTerminated: boolean): void {
    const to = end > start && buffer[end - 1] === cr ? end - 1 : end;
    this.handler.line(buffer, start, to, this.#line, this.#offset + start, isTerminated);
  }
}
