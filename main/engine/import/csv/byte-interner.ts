/**
 * Maps byte strings to numbers without making strings: open addressing over FNV-1a hashes, the bytes kept
 * in one arena. When it is full it forgets everything, so that memory does not grow with the file; the
 * caller then asks its slower source again.
 */
export class ByteInterner {
  readonly #limit: number;
  #slots: Int32Array;
  #hashes: Int32Array;
  #offsets: Int32Array;
  #lengths: Int32Array;
  #values: Int32Array;
  #arena: Buffer;
  #used = 0;
  #count = 0;
  #lastHash = 0;

  constructor(limit = 262_144) {
    this.#limit = limit;
    const capacity = Math.min(limit, 1024);
    this.#slots = new Int32Array(capacity * 4).fill(-1);
    this.#hashes = new Int32Array(capacity);
    this.#offsets = new Int32Array(capacity);
    this.#lengths = new Int32Array(capacity);
    this.#values = new Int32Array(capacity);
    this.#arena = Buffer.allocUnsafe(capacity * 16);
  }

  /** The number of these bytes, or -1. A following `set` of the same bytes reuses the hash. */
  get(b: Buffer, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (b[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    this.#lastHash = hash;
    const mask = this.#slots.length - 1;
    const length = to - from;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] ?? -1;
      if (entry < 0) return -1;
      if (
        this.#hashes[entry] === hash &&
        this.#lengths[entry] === length &&
        this.#equals(entry, b, from, length)
      ) {
        return this.#values[entry] ?? -1;
      }
    }
  }

  /** Remembers the bytes just asked for with `get`. */
  set(b: Buffer, from: number, to: number, value: number): void {
    if (this.#count >= this.#limit) this.#clear();
    if (this.#count >= this.#hashes.length) this.#grow();
    const length = to - from;
    if (this.#used + length > this.#arena.length) {
      const arena = Buffer.allocUnsafe(Math.max(this.#arena.length * 2, this.#used + length));
      this.#arena.copy(arena, 0, 0, this.#used);
      this.#arena = arena;
    }
    b.copy(this.#arena, this.#used, from, to);
    const entry = this.#count++;
    this.#hashes[entry] = this.#lastHash;
    this.#offsets[entry] = this.#used;
    this.#lengths[entry] = length;
    this.#values[entry] = value;
    this.#used += length;
    this.#place(entry);
  }

  #equals(entry: number, b: Buffer, from: number, length: number): boolean {
    const offset = this.#offsets[entry] ?? 0;
    const arena = this.#arena;
    for (let i = 0; i < length; i += 1) if (arena[offset + i] !== b[from + i]) return false;
    return true;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[entry] ?? 0) & mask;
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    const capacity = this.#hashes.length * 2;
    const wider = (old: Int32Array): Int32Array => {
      const next = new Int32Array(capacity);
      next.set(old);
      return next;
    };
    this.#hashes = wider(this.#hashes);
    this.#offsets = wider(this.#offsets);
    this.#lengths = wider(this.#lengths);
    this.#values = wider(this.#values);
    this.#slots = new Int32Array(capacity * 4).fill(-1);
    for (let entry = 0; entry < this.#count; entry += 1) this.#place(entry);
  }

  #clear(): void {
    this.#slots.fill(-1);
    this.#count = 0;
    this.#used = 0;
  }
}
