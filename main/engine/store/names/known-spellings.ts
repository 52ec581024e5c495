import { Classes } from './classes';
import type { KeptApart } from './kept-apart';
import type { Spelling } from './loose-name';
import type { NamedRow } from './name-facts';
import { identityKey } from './name-key';

/** The names that sources write, found by a name as another may spell it. */
export class KnownSpellings {
  readonly #exact = new Map<string, number>();
  readonly #loose = new Map<string, number[]>();
  readonly #otherwise = new Map<string, number[]>();

  constructor(
    rows: readonly NamedRow[],
    private readonly spelling: Spelling,
  ) {
    for (const { id, name, key } of rows) {
      this.#exact.set(key, id);
      push(this.#loose, spelling.loose(name), id);
      for (const other of spelling.others(name)) push(this.#otherwise, other, id);
    }
  }

  /** One stored name of every system that the name may stand for; the exact spelling before any other. */
  find(name: string, classes: Classes): readonly number[] {
    const exact = this.#exact.get(identityKey(name));
    if (exact !== undefined) return [exact];
    const loose = this.#loose.get(this.spelling.loose(name));
    if (loose) return [...classes.groups(loose).keys()];
    const others = [
      ...(this.#otherwise.get(this.spelling.loose(name)) ?? []),
      ...[...this.spelling.others(name)].flatMap((other) => this.#loose.get(other) ?? []),
    ];
    return [...classes.groups(others).keys()];
  }

  /**
   * Joins names that differ in their spelling alone. Where a source lists two such names side by side, none
   * that could be either is joined.
   */
  join(classes: Classes, apart: KeptApart): void {
    this.#tryLinks(
      [...this.#loose.values()].flatMap(([first, ...rest]) =>
        first === undefined ? [] : rest.map((id) => [first, id] as const),
      ),
      classes,
      apart,
    );
    this.#tryLinks(
      [...this.#otherwise].flatMap(([key, ids]) =>
        (this.#loose.get(key) ?? []).flatMap((target) => ids.map((id) => [target, id] as const)),
      ),
      classes,
      apart,
    );
  }

  #tryLinks(links: readonly (readonly [number, number])[], classes: Classes, apart: KeptApart): void {
    const trial = new Classes(classes);
    for (const [a, b] of links) trial.join(a, b);
    const tangled = apart.tangles(trial, classes);
    for (const [a, b] of links) if (!tangled.has(trial.of(a))) classes.join(a, b);
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}
