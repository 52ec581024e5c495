import type { Database } from '../../store/database';

/** One representative for each set of records that crosswalks tie together; records without aliases are their own. */
export class AliasClasses {
  readonly #parent = new Map<number, number>();
  readonly #shared = new Set<number>();

  /** From all crosswalks, or from these records alone, which are then known to be one. */
  constructor(db: Database, one?: readonly number[]) {
    if (one) for (const record of one.slice(1)) this.#join(one[0] ?? 0, record);
    else {
      for (const [a, b] of db.iterateArrays('SELECT a_record_id, b_record_id FROM alias')) {
        this.#join(Number(a), Number(b));
      }
    }
  }

  #join(a: number, b: number): void {
    const [left, right] = [this.representative(a), this.representative(b)];
    if (left !== right) this.#parent.set(Math.max(left, right), Math.min(left, right));
    this.#shared.add(a).add(b);
  }

  get isEmpty(): boolean {
    return this.#parent.size === 0;
  }

  /** Every record that a crosswalk names. */
  get shared(): Iterable<number> {
    return this.#shared;
  }

  /** True for a record that any crosswalk names. */
  isShared(record: number): boolean {
    return this.#shared.has(record);
  }

  representative(record: number): number {
    let root = record;
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next;
    // The path is shortened, so that long chains of mergers stay quick.
    for (let at = record; at !== root; ) {
      const next = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }
}
