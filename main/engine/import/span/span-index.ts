import { type SpanKind, spanKinds } from './span';

const hasChild = 1;
const wasSeen = 2;
const claimsChild = 4;

/**
 * Every span of a file by its trace and id, in about forty bytes each: a span may stand before its parent,
 * and files hold millions. Ids are kept as 64-bit hashes.
 */
export class SpanIndex {
  #capacity = 1024;
  #count = 0;
  #keys = new Uint32Array(this.#capacity * 2);
  #parents = new Uint32Array(this.#capacity * 2);
  #services = new Int32Array(this.#capacity);
  #starts = new Float64Array(this.#capacity);
  #kinds = new Uint8Array(this.#capacity);
  #flags = new Uint8Array(this.#capacity);
  #slots = new Int32Array(this.#capacity * 2).fill(-1);

  /** Adds a span unless its id is taken already (a duplicate, or two halves of one call). */
  add(
    traceId: string,
    spanId: string,
    parentId: string | null,
    service: number,
    kind: SpanKind,
    start: number | null,
  ): void {
    const [high, low] = hashOf(traceId, spanId);
    const slot = this.#slotOf(high, low);
    if (this.#slots[slot] !== -1) return;
    if (this.#count === this.#capacity) {
      this.#grow();
      this.add(traceId, spanId, parentId, service, kind, start);
      return;
    }
    const at = this.#count++;
    this.#slots[slot] = at;
    this.#keys[at * 2] = high;
    this.#keys[at * 2 + 1] = low;
    const parent = parentId === null ? null : hashOf(traceId, parentId);
    this.#parents[at * 2] = parent?.[0] ?? 0;
    this.#parents[at * 2 + 1] = parent?.[1] ?? 0;
    this.#services[at] = service;
    this.#starts[at] = start ?? Number.NaN;
    this.#kinds[at] = spanKinds.indexOf(kind);
  }

  /** The span's number, or -1. */
  find(traceId: string, spanId: string): number {
    const [high, low] = hashOf(traceId, spanId);
    return this.#slots[this.#slotOf(high, low)] ?? -1;
  }

  serviceOf = (at: number): number => this.#services[at] ?? -1;
  kindOf = (at: number): SpanKind => spanKinds[this.#kinds[at] ?? 0] ?? 'unspecified';

  startOf(at: number): number | null {
    const start = this.#starts[at] ?? Number.NaN;
    return Number.isNaN(start) ? null : start;
  }

  /** Once every span is in: notes which ones are somebody's parent. */
  linkParents(): void {
    this.eachCall((parent) => void this.#flag(parent, hasChild));
  }

  /** Every span whose parent is in the index, after that parent. */
  eachCall(visit: (parent: number, child: number) => void): void {
    for (let at = 0; at < this.#count; at += 1) {
      const high = this.#parents[at * 2] ?? 0;
      const low = this.#parents[at * 2 + 1] ?? 0;
      if (high === 0 && low === 0) continue;
      const parent = this.#slots[this.#slotOf(high, low)] ?? -1;
      if (parent !== -1 && parent !== at) visit(parent, at);
    }
  }

  isParent = (at: number): boolean => ((this.#flags[at] ?? 0) & hasChild) !== 0;

  /** True the first time it is asked of a span. */
  isFirstSight(at: number): boolean {
    return this.#flag(at, wasSeen);
  }

  /** True the first time it is asked of a parent: its own id then stands for the call. */
  isFirstChild(parent: number): boolean {
    return this.#flag(parent, claimsChild);
  }

  #flag(at: number, bit: number): boolean {
    const flags = this.#flags[at] ?? 0;
    this.#flags[at] = flags | bit;
    return (flags & bit) === 0;
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] ?? -1;
      if (at === -1 || (this.#keys[at * 2] === high && this.#keys[at * 2 + 1] === low)) return slot;
    }
  }

  #grow(): void {
    this.#capacity *= 2;
    const wider = <T extends Uint32Array | Int32Array | Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#keys = wider(this.#keys, new Uint32Array(this.#capacity * 2));
    this.#parents = wider(this.#parents, new Uint32Array(this.#capacity * 2));
    this.#services = wider(this.#services, new Int32Array(this.#capacity));
    this.#starts = wider(this.#starts, new Float64Array(this.#capacity));
    this.#kinds = wider(this.#kinds, new Uint8Array(this.#capacity));
    this.#flags = wider(this.#flags, new Uint8Array(this.#capacity));
    this.#slots = new Int32Array(this.#capacity * 2).fill(-1);
    for (let at = 0; at < this.#count; at += 1) {
      this.#slots[this.#slotOf(this.#keys[at * 2] ?? 0, this.#keys[at * 2 + 1] ?? 0)] = at;
    }
  }
}

/** Two multiplicative hashes of 32 bits over "trace/span"; never both zero, which stands for "no parent". */
function hashOf(traceId: string, spanId: string): [number, number] {
  let high = 0x9747b28c;
  let low = 0x811c9dc5;
  for (const text of [traceId, '/', spanId]) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
  }
  low ^= low >>> 13;
  return [high >>> 0, (Math.imul(low, 0x85ebca6b) ^ (high >>> 7) || 1) >>> 0];
}
