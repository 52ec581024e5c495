import type { Spelling } from '../../store/names/loose-name';
import { identityKey } from '../../store/names/name-key';

/** A system or dataset of one of two estates, with every name that leads to it there. */
export interface NamedThing {
  readonly id: number;
  readonly name: string;
  readonly otherNames: readonly string[];
}

export interface Match {
  readonly before: NamedThing;
  readonly after: NamedThing;
  /** The names themselves are two, however they are spelled: only another name of either ties them. */
  readonly isRenamed: boolean;
}

/**
 * Which thing of one estate is which of another: first by name as it is written, then as it may be spelled, then
 * where one goes by a name that the other has too, last by a code or other name that both have. A name that
 * leads to several things of one estate leads to none.
 */
export function matchThings(
  before: readonly NamedThing[],
  after: readonly NamedThing[],
  { loose, others }: Spelling,
): readonly Match[] {
  const spelledAs = (name: string): readonly string[] => [loose(name), ...others(name)];
  const spelled = ({ name }: NamedThing): readonly string[] => spelledAs(name);
  const otherwise = (thing: NamedThing): readonly string[] => thing.otherNames.flatMap(spelledAs);
  const written = ({ name }: NamedThing): readonly string[] => [identityKey(name)];
  const inLoose = ({ name }: NamedThing): readonly string[] => [loose(name)];
  const passes: readonly Pass[] = [
    { a: written, b: written, isRenamed: false },
    { a: inLoose, b: inLoose, isRenamed: false },
    { a: inLoose, b: spelled, isRenamed: false },
    { a: spelled, b: inLoose, isRenamed: false },
    { a: spelled, b: otherwise, isRenamed: true },
    { a: otherwise, b: spelled, isRenamed: true },
    { a: otherwise, b: otherwise, isRenamed: true },
  ];
  const matches: Match[] = [];
  const left = new Set(before);
  const right = new Set(after);
  for (const { a, b, isRenamed } of passes) {
    for (const [one, other] of sureLinks(before, after, a, b)) {
      if (!left.has(one) || !right.has(other)) continue;
      matches.push({ before: one, after: other, isRenamed });
      left.delete(one);
      right.delete(other);
    }
  }
  return matches;
}

type KeysOf = (thing: NamedThing) => readonly string[];
interface Pass {
  readonly a: KeysOf;
  readonly b: KeysOf;
  readonly isRenamed: boolean;
}

/** Pairs of which each leads to the other and to nothing else, whatever was matched before. */
function sureLinks(
  left: readonly NamedThing[],
  right: readonly NamedThing[],
  keysOfLeft: KeysOf,
  keysOfRight: KeysOf,
): readonly (readonly [NamedThing, NamedThing])[] {
  const byKey = new Map<string, Set<NamedThing>>();
  for (const thing of right)
    for (const key of keysOfRight(thing)) byKey.set(key, (byKey.get(key) ?? new Set()).add(thing));
  const links = left.map((one) => {
    const found = new Set(keysOfLeft(one).flatMap((key) => [...(byKey.get(key) ?? [])]));
    return { one, found };
  });
  const claims = new Map<NamedThing, number>();
  for (const { found } of links) for (const thing of found) claims.set(thing, (claims.get(thing) ?? 0) + 1);
  return links.flatMap(({ one, found }) => {
    const [only, ...more] = found;
    return only !== undefined && more.length === 0 && claims.get(only) === 1 ? [[one, only] as const] : [];
  });
}
