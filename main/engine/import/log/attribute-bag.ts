/**
 * Collects the attributes of one event under their own names. Prototype-free, so that a column called
 * `__proto__` is a column; a name that comes twice keeps both values ("code", "code 2").
 */
export class AttributeBag {
  readonly #values: Record<string, string> = Object.create(null);
  #size = 0;

  /** Blank values are no answer and are left out. */
  add(name: string, value: string | number | boolean | null | undefined): this {
    const text = value === null || value === undefined ? '' : String(value).trim();
    if (text === '') return this;
    let free = name;
    for (let count = 2; free in this.#values; count += 1) {
      if (this.#values[free] === text) return this;
      free = `${name} ${count}`;
    }
    this.#values[free] = text;
    this.#size += 1;
    return this;
  }

  addAll(values: Iterable<readonly [string, string]>): this {
    for (const [name, value] of values) this.add(name, value);
    return this;
  }

  /** Null when nothing was added, as an event wants it. */
  toRecord(): Readonly<Record<string, string>> | null {
    return this.#size === 0 ? null : this.#values;
  }
}
