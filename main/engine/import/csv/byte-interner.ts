/** Numbers that an entry takes. */
const fields = 4;

/**
 * Maps byte strings to numbers without making strings: open addressing over FNV-1a hashes, the bytes kept
 * in one arena. When it is full it forgets everything, so that memory does not grow with the file; the
 * caller then asks its slower source again.
 */
export class ByteInterner {
  readonly #limit: number;
  #slots: Int32Array;
  /** Hash, offset, length and value of each entry, side by side: what is read together lies together. */
  #entries: Int32Array;
  #arena: Buffer;
  #used = 0;
  #count = 0;
  #lastHash = 0;

  constructor(limit = 262_144) {
    this.#limit = limit;
    const capacity = Math.min(limit, 1024);
    this.#slots = new Int32Array(capacity * 4).fill(-1);
    this.#entries = new Int32Array(capacity * fields);
    this.#arena = Buffer.allocUnsafe(capacity * 16);
  }

  /** The number of these bytes, or -1. A following `set` of the same bytes reuses the hash. */
  get(b: Buffer, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (b[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    this.#lastHash = hash;
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    const length = to - from;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry < 0) return -1;
      const at = entry * fields;
      if (
        entries[at] === hash &&
        entries[at + 2] === length &&
        this.#equals(entries[at + 1] as number, b, from, length)
      ) {
        return entries[at + 3] as number;
      }
    }
  }

  /** Remembers the bytes just asked for with `get`. */
  set(b: Buffer, from: number, to: number, value: number): void {
    if (this.#count >= this.#limit) this.#clear();
    if (this.#count * fields >= this.#entries.length) this.#grow();
    const length = to - from;
    if (this.#used + length > this.#arena.length) {
      const arena = Buffer.allocUnsafe(Math.max(this.#arena.length * 2, this.#used + length));
      this.#arena.copy(arena, 0, 0, this.#used);
      this.#arena = arena;
    }
    b.copy(this.#arena, this.#used, from, to);
    const entry = this.#count++;
    this.#entries.set([this.#lastHash, this.#used, length, value], entry * fields);
    this.#used += length;
    this.#place(entry);
  }

  #equals(offset: number, b: Buffer, from: number, length: number): boolean {
    const arena = this.#arena;
    for (let i = 0; i < length; i += 1) if (arena[offset + i] !== b[from + i]) return false;
    return true;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#entries[entry * fields] ?? 0) & mask;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    const capacity = (this.#entries.length / fields) * 2;
    const entries = new Int32Array(capacity * fields);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#slots = new Int32Array(capacity * 4).fill(-1);
    for (let entry = 0; entry < this.#count; entry += 1) this.#place(entry);
  }

  #clear(): void {
    this.#slots.fill(-1);
    this.#count = 0;
    this.#used = 0;
  }
}
