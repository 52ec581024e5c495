const bucketCount = 1 << 17;

/**
 * A priority queue over whole-number priorities (Dial's buckets): push and pop cost next to nothing,
 * which is what makes one search per edge affordable. Entries of one bucket come out last in, first out.
 */
export class BucketQueue {
  readonly #heads = new Int32Array(bucketCount).fill(-1);
  #items = new Int32Array(1 << 14);
  #next = new Int32Array(1 << 14);
  #size = 0;
  #lowest = bucketCount;
  #highest = -1;

  /** Empties the queue, touching only the buckets that were used. */
  clear(): void {
    if (this.#highest >= 0) this.#heads.fill(-1, 0, this.#highest + 1);
    this.#size = 0;
    this.#lowest = bucketCount;
    this.#highest = -1;
  }

  push(item: number, priority: number): void {
    const bucket = Math.min(bucketCount - 1, Math.max(0, priority | 0));
    if (this.#size === this.#items.length) this.#grow();
    this.#items[this.#size] = item;
    this.#next[this.#size] = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = this.#size;
    this.#size += 1;
    if (bucket < this.#lowest) this.#lowest = bucket;
    if (bucket > this.#highest) this.#highest = bucket;
  }

  /** The item of lowest priority, or -1 when there is none. */
  pop(): number {
    while (this.#lowest <= this.#highest) {
      const entry = this.#heads[this.#lowest] ?? -1;
      if (entry >= 0) {
        this.#heads[this.#lowest] = this.#next[entry] ?? -1;
        return this.#items[entry] ?? -1;
      }
      this.#lowest += 1;
    }
    return -1;
  }

  #grow(): void {
    const items = new Int32Array(this.#items.length * 2);
    const next = new Int32Array(this.#next.length * 2);
    items.set(this.#items);
    next.set(this.#next);
    this.#items = items;
    this.#next = next;
  }
}
