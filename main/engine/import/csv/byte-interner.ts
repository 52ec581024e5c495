/** Numbers that stand before an entry's bytes: its hash, its length, what it maps to. */
const head = 3;
const none = -1;

/**
 * Maps byte strings to numbers without making strings: open addressing, with an entry's bytes beside what it
 * maps to, read four at a time. When it is full it forgets everything, so that memory does not grow with the
 * file; the caller then asks its slower source again.
 */
export class ByteInterner {
  readonly #limit: number;
  /** Where in `#entries` an entry begins. */
  #slots: Int32Array;
  #entries: Int32Array;
  #entryView: DataView;
  #used = 0;
  #count = 0;
  #lastHash = 0;
  #buffer: Buffer | null = null;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(limit = 262_144) {
    this.#limit = limit;
    const capacity = Math.min(limit, 1024);
    this.#slots = new Int32Array(capacity * 4).fill(none);
    this.#entries = new Int32Array(capacity * (head + 4));
    this.#entryView = new DataView(this.#entries.buffer);
  }

  /** The number of these bytes, or -1. A following `set` of the same bytes reuses the hash. */
  get(b: Buffer, from: number, to: number): number {
    if (b !== this.#buffer) {
      this.#buffer = b;
      this.#view = new DataView(b.buffer, b.byteOffset, b.byteLength);
    }
    const view = this.#view;
    const length = to - from;
    let hash = length;
    for (let i = from + 4; i <= to; i += 4)
      hash = Math.imul(hash ^ view.getInt32(i - 4, true), 0x9e3779b1) ^ (hash >>> 15);
    // The last four bytes stand for what is left over; shorter texts are read byte by byte.
    if (length >= 4) hash = Math.imul(hash ^ view.getInt32(to - 4, true), 0x9e3779b1);
    else for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (b[i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x85ebca6b);
    hash ^= hash >>> 13;
    this.#lastHash = hash;
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slots[slot] as number;
      if (at === none) return none;
      if (
        entries[at] === hash &&
        entries[at + 1] === length &&
        this.#equals((at + head) * 4, b, from, length)
      )
        return entries[at + 2] as number;
    }
  }

  /** Remembers the bytes just asked for with `get`. */
  set(b: Buffer, from: number, to: number, value: number): void {
    if (this.#count >= this.#limit) this.#clear();
    const length = to - from;
    const numbers = head + ((length + 3) >> 2);
    if (this.#used + numbers > this.#entries.length) this.#widen(this.#used + numbers);
    const at = this.#used;
    this.#entries.set([this.#lastHash, length, value], at);
    new Uint8Array(this.#entries.buffer).set(b.subarray(from, to), (at + head) * 4);
    this.#used += numbers;
    this.#count += 1;
    if (this.#count * 4 > this.#slots.length) this.#rebuild(this.#slots.length * 4);
    else this.#place(at);
  }

  #equals(offset: number, b: Buffer, from: number, length: number): boolean {
    const view = this.#view;
    const kept = this.#entryView;
    if (length < 4) {
      for (let i = 0; i < length; i += 1) if (kept.getUint8(offset + i) !== b[from + i]) return false;
      return true;
    }
    for (let i = 0; i + 4 <= length; i += 4)
      if (view.getInt32(from + i, true) !== kept.getInt32(offset + i, true)) return false;
    const last = length - 4;
    return view.getInt32(from + last, true) === kept.getInt32(offset + last, true);
  }

  #place(at: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#entries[at] as number) & mask;
    while (this.#slots[slot] !== none) slot = (slot + 1) & mask;
    this.#slots[slot] = at;
  }

  #widen(needed: number): void {
    const entries = new Int32Array(Math.max(this.#entries.length * 2, needed));
    entries.set(this.#entries);
    this.#entries = entries;
    this.#entryView = new DataView(entries.buffer);
  }

  #rebuild(slots: number): void {
    this.#slots = new Int32Array(slots).fill(none);
    for (let at = 0; at < this.#used; at += head + (((this.#entries[at + 1] as number) + 3) >> 2))
      this.#place(at);
  }

  #clear(): void {
    this.#slots.fill(none);
    this.#count = 0;
    this.#used = 0;
  }
}
