import type { Classes } from './classes';
import type { NameClaim, NamedRow, NameFacts, NameWord } from './name-facts';
import { identityKey } from './name-key';

/** Which names may not become one: those that a source lists side by side, and those that a person keeps apart. */
export class KeptApart {
  readonly #rows: readonly NamedRow[];
  /** Stored names that a person keeps apart. */
  readonly #byHand: (readonly [number, number])[] = [];
  /** A person's words that part. */
  readonly #denied: readonly NameWord[];
  /** A person's words that join two names and that no later word parts again. */
  readonly joinedByHand: readonly NameWord[];

  constructor(facts: NameFacts) {
    this.#rows = facts.rows.filter(({ isDeclared }) => isDeclared);
    const idOf = new Map(facts.rows.map(({ key, id }) => [key, id]));
    const keyOf = new Map(facts.rows.map(({ id, key }) => [id, key]));
    const last = new Map<string, NameWord>();
    for (const word of [...facts.words].sort((a, b) => a.assertionId - b.assertionId))
      last.set([keyOf.get(word.subjectId) ?? '', identityKey(word.name)].sort().join('\u0000'), word);
    const words = [...last.values()];
    this.joinedByHand = words.filter(({ isSame }) => isSame);
    this.#denied = words.filter(({ isSame }) => !isSame);
    for (const { subjectId, name, isSame } of words) {
      const other = idOf.get(identityKey(name));
      if (!isSame && other !== undefined) this.#byHand.push([subjectId, other]);
    }
  }

  /** Whether a person says that what a source claims to be this system's name is none, or another system's. */
  isDenied({ subjectId, name }: NameClaim, classes: Classes): boolean {
    const key = identityKey(name);
    const isOf = (word: NameWord): boolean => classes.areOne(word.subjectId, subjectId);
    const words = (all: readonly NameWord[]) => all.filter((word) => identityKey(word.name) === key);
    const given = words(this.joinedByHand);
    return words(this.#denied).some(isOf) || (given.length > 0 && !given.some(isOf));
  }

  /** Which classes are listed, and where; holds until classes are joined. */
  among(classes: Classes): Listed {
    const sources = new Map<number, Set<number>>();
    for (const { id, declaredBy } of this.#rows) {
      const root = classes.of(id);
      const known = sources.get(root) ?? new Set();
      for (const source of declaredBy) known.add(source);
      sources.set(root, known);
    }
    const byHand = new Set(
      this.#byHand
        .flatMap(([a, b]) => [
          [classes.of(a), classes.of(b)] as const,
          [classes.of(b), classes.of(a)] as const,
        ])
        .map(([a, b]) => `${a} ${b}`),
    );
    return {
      has: (id) => sources.has(classes.of(id)),
      apart: (a, b) => {
        const [x, y] = [classes.of(a), classes.of(b)];
        if (x === y) return false;
        const of = sources.get(x);
        const shared = of !== undefined && [...(sources.get(y) ?? [])].some((source) => of.has(source));
        return shared || byHand.has(`${x} ${y}`);
      },
    };
  }

  /** Classes of `joined` in which classes of `before` came together that are kept apart. */
  tangles(joined: Classes, before: Classes): ReadonlySet<number> {
    const found = new Set<number>();
    const listing = new Map<string, number>();
    for (const { id, declaredBy } of this.#rows) {
      const [now, then] = [joined.of(id), before.of(id)];
      for (const source of declaredBy) {
        const other = listing.get(`${now} ${source}`);
        if (other !== undefined && other !== then) found.add(now);
        listing.set(`${now} ${source}`, then);
      }
    }
    for (const [a, b] of this.#byHand)
      if (joined.areOne(a, b) && !before.areOne(a, b)) found.add(joined.of(a));
    return found;
  }
}

export interface Listed {
  /** Whether a name of this system is listed as a system. */
  has(id: number): boolean;
  apart(a: number, b: number): boolean;
}
