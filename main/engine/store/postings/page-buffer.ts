/**
 * Numbers and bytes one after another. A number takes seven bits a byte, the lowest first, the eighth bit
 * set on all but its last byte (LEB128): most of what postings hold is small.
 */
export class PageBuffer {
  #bytes = Buffer.allocUnsafe(16 * 1024);
  length = 0;

  number(value: number): void {
    this.#reserve(5);
    const bytes = this.#bytes;
    let rest = value;
    while (rest > 127) {
      bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[this.length++] = rest;
  }

  bytes(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    for (let i = from; i < to; i += 1) this.#bytes[this.length++] = source[i] as number;
  }

  /** What was written, as a copy; the buffer is empty again. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.length + more));
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
}
