const none = -1;

/**
 * Numbers byte strings from 0 in the order in which they come: open addressing over one stretch of memory. A
 * key takes its bytes and some sixteen more, a third of what a map of strings takes.
 */
export class KeyTable {
  #slots = new Int32Array(4096).fill(none);
  #hashes = new Int32Array(1024);
  #ends = new Uint32Array(1024);
  #bytes = new Uint8Array(16_384);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the key that is the first `length` bytes; it is added where it is new. */
  numberOf(key: Uint8Array, length: number): number {
    const hash = hashOf(key, length);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number;
      if (number === none) break;
      if (this.#hashes[number] === hash && this.#isAt(number, key, length)) return number;
    }
    this.#slots[slot] = this.#size;
    return this.#append(key, length, hash);
  }

  /** Forgets all but the first `size` keys. */
  truncate(size: number): void {
    if (size >= this.#size) return;
    this.#size = size;
    this.#placeAll(this.#slots.length);
  }

  #isAt(number: number, key: Uint8Array, length: number): boolean {
    const start = number === 0 ? 0 : (this.#ends[number - 1] as number);
    if ((this.#ends[number] as number) - start !== length) return false;
    const bytes = this.#bytes;
    for (let i = 0; i < length; i += 1) if (bytes[start + i] !== key[i]) return false;
    return true;
  }

  #append(key: Uint8Array, length: number, hash: number): number {
    const number = this.#size;
    const start = number === 0 ? 0 : (this.#ends[number - 1] as number);
    if (start + length > this.#bytes.length)
      this.#bytes = widened(this.#bytes, new Uint8Array(roomFor(this.#bytes.length, start + length)));
    if (number === this.#ends.length) {
      const room = roomFor(number, number + 1);
      this.#ends = widened(this.#ends, new Uint32Array(room));
      this.#hashes = widened(this.#hashes, new Int32Array(room));
    }
    for (let i = 0; i < length; i += 1) this.#bytes[start + i] = key[i] as number;
    this.#ends[number] = start + length;
    this.#hashes[number] = hash;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#placeAll(this.#slots.length * 2);
    return number;
  }

  #placeAll(slots: number): void {
    this.#slots = new Int32Array(slots).fill(none);
    for (let number = 0; number < this.#size; number += 1) {
      let slot = (this.#hashes[number] as number) & (slots - 1);
      while (this.#slots[slot] !== none) slot = (slot + 1) & (slots - 1);
      this.#slots[slot] = number;
    }
  }
}

const roomFor = (room: number, needed: number): number => Math.max(needed, Math.ceil(room * 1.5));

function widened<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a, its bits mixed once more: keys that differ in their last digit alone would stand side by side. */
function hashOf(key: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ (key[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
