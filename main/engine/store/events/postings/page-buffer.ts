/** A part of a run's groups: which events name what, for keys from this one up to the next page's. */
export interface Page<Key> {
  readonly key: Key;
  readonly groups: Uint8Array;
}

/** One look-up reads and decodes a page of about this size, in every run: a trace asks for some hundred. */
const bytesPerPage = 1024;

/**
 * A page that is being written: numbers and bytes one after another. A number takes seven bits a byte, the
 * lowest first, the eighth bit set on all but its last byte (LEB128): most of what postings hold is small.
 */
export class PageBuffer {
  #bytes = new Uint8Array(2 * bytesPerPage);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  get isFull(): boolean {
    return this.#length >= bytesPerPage;
  }

  number(value: number): void {
    this.#reserve(5);
    const bytes = this.#bytes;
    let rest = value;
    while (rest > 127) {
      bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[this.#length++] = rest;
  }

  bytes(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    for (let i = from; i < to; i += 1) this.#bytes[this.#length++] = source[i] as number;
  }

  /** How many rows of a run, then each as its distance from the one before: how every group ends. */
  rows(rows: Uint32Array, first: number, end: number): void {
    this.number(end - first);
    let previous = 0;
    for (let i = first; i < end; i += 1) {
      const row = rows[i] as number;
      this.number(row - previous);
      previous = row;
    }
  }

  /** What was written, as a copy; the buffer is empty again. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
