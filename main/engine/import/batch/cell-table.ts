const numbersPerKey = 4;

/**
 * Numbers the cells of a table whose keys are four integers of 32 bits, from 0 in order of first use: open addressing,
 * since a log asks it twice a line.
 */
export class CellTable {
  #slots = new Int32Array(256).fill(-1);
  #keys = new Int32Array(64 * numbersPerKey);
  size = 0;
  #last = -1;

  cellOf(a: number, b: number, c: number, d: number): number {
    // Neighbouring lines often count on the same cell.
    if (this.#last >= 0 && this.#holds(this.#last, a, b, c, d)) return this.#last;
    const mask = this.#slots.length - 1;
    let slot = hashOf(a, b, c, d) & mask;
    for (;;) {
      const cell = this.#slots[slot] as number;
      if (cell < 0) break;
      if (this.#holds(cell, a, b, c, d)) {
        this.#last = cell;
        return cell;
      }
      slot = (slot + 1) & mask;
    }
    const cell = this.size++;
    this.#slots[slot] = cell;
    if (this.size * numbersPerKey > this.#keys.length) {
      const wider = new Int32Array(this.#keys.length * 2);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    this.#keys.set([a, b, c, d], cell * numbersPerKey);
    if (this.size * 2 > this.#slots.length) this.#widen();
    this.#last = cell;
    return cell;
  }

  /** Writes the four numbers of a cell into another array. */
  copyKey(cell: number, into: Float64Array, at: number): void {
    const keys = this.#keys;
    const from = cell * numbersPerKey;
    for (let i = 0; i < numbersPerKey; i += 1) into[at + i] = keys[from + i] as number;
  }

  #holds(cell: number, a: number, b: number, c: number, d: number): boolean {
    const keys = this.#keys;
    const at = cell * numbersPerKey;
    return keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let cell = 0; cell < this.size; cell += 1) {
      const at = cell * numbersPerKey;
      const [a = 0, b = 0, c = 0, d = 0] = this.#keys.subarray(at, at + numbersPerKey);
      let slot = hashOf(a, b, c, d) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = cell;
    }
    this.#slots = slots;
  }
}

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ d, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}
