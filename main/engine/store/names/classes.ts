/** Which things are one: sets that are only ever joined. */
export class Classes {
  readonly #parent: Map<number, number>;

  constructor(from?: Classes) {
    this.#parent = new Map(from?.entries());
  }

  entries(): Iterable<readonly [number, number]> {
    return this.#parent;
  }

  of(id: number): number {
    let root = id;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    if (root !== id) this.#parent.set(id, root);
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parent.set(Math.max(x, y), Math.min(x, y));
  }

  areOne(a: number, b: number): boolean {
    return this.of(a) === this.of(b);
  }

  /** Statements by the class of the system that they are about. */
  groupedBy<T extends { readonly subjectId: number }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
    const found = new Map<number, T[]>();
    for (const one of all) {
      const root = this.of(one.subjectId);
      const group = found.get(root);
      if (group) group.push(one);
      else found.set(root, [one]);
    }
    return found;
  }

  /** The members of every class that one of `ids` is in. */
  groups(ids: Iterable<number>): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, number[]>();
    for (const id of ids) {
      const root = this.of(id);
      const group = found.get(root);
      if (group) group.push(id);
      else found.set(root, [id]);
    }
    return found;
  }
}
