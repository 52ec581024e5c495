/**
 * Numbers to work with during one call, kept for the next: memory outside the heap that is let go every few
 * thousand lines is collected late, and an import's memory would grow by it.
 */
export class Scratch {
  #numbers = new Uint32Array(1024);

  /** So many numbers, whatever they were; valid until asked for again. */
  take(count: number): Uint32Array<ArrayBuffer> {
    if (count > this.#numbers.length)
      this.#numbers = new Uint32Array(Math.max(count, this.#numbers.length * 2));
    return this.#numbers.subarray(0, count);
  }
}
