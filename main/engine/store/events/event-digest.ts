/**
 * A 64-bit running checksum over event rows in order (two lanes of multiply-and-fold, after MurmurHash3's
 * finaliser). It shows damage and careless edits of a case; against a forger who knows it, only reading the
 * sources again helps, which is why every source keeps its SHA-256.
 */
export class EventDigest {
  #a = 0x9e3779b9;
  #b = 0x85ebca6b;
  #count = 0;

  /** `time` NaN and ids 0 stand for none; `message` is the hash of `event-batch.ts`, 0 for none. */
  add(
    line: number,
    time: number,
    system: number,
    activity: number,
    peer: number,
    message: number,
    record: number,
    attributes: number,
  ): void {
    const high = !Number.isNaN(time) ? Math.floor(time / 0x1_0000_0000) : -1;
    const low = !Number.isNaN(time) ? time - high * 0x1_0000_0000 : -1;
    let a = this.#a;
    let b = this.#b;
    a = Math.imul(a ^ line, 0x85ebca6b) ^ low;
    b = Math.imul(b ^ high, 0xc2b2ae35) ^ system;
    a = Math.imul(a ^ (a >>> 15) ^ activity, 0x27d4eb2f) ^ peer;
    b = Math.imul(b ^ (b >>> 13) ^ record, 0x165667b1) ^ attributes;
    a = Math.imul(a ^ message, 0x01000193);
    this.#a = a ^ (b >>> 16);
    this.#b = b ^ (a >>> 16);
    this.#count++;
  }

  value(): string {
    const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
    return `${this.#count}-${hex(this.#a)}${hex(this.#b)}`;
  }
}
