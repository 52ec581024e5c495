import { nameKey } from './name-key';
import { codeKey, partySpelling } from './party-name';

/** A name of a person or an organisation as it stands in the case. */
export interface NamedParty {
  readonly id: number;
  readonly name: string;
  /** Codes that a list of organisations gives it. */
  readonly codes: readonly string[];
  /** Sources that list it as an organisation of its own. */
  readonly declaredBy: readonly number[];
}

/** A person's word that two names are one party, or two; of several about the same names the last one counts. */
export interface PartyWord {
  readonly a: string;
  readonly b: string;
  readonly isSame: boolean;
}

/**
 * Which names are one person or organisation: those that differ only in case, punctuation, the order of a
 * person's names or the spelling of "and", and those that a code or a stated short name ties together. A form
 * that could be either of two is given to neither, and two names that one list has side by side stay two.
 * From a name's id to that of the name it is read as; names that are read as themselves are not in it.
 */
export function foldParties(
  parties: readonly NamedParty[],
  words: readonly PartyWord[] = [],
): ReadonlyMap<number, number> {
  const groups = new Map<number, readonly NamedParty[]>(parties.map((party) => [party.id, [party]]));
  const said = lastWords(parties, words);
  const apart = said.filter(({ isSame }) => !isSame);
  const join = (ids: readonly number[], byHand = false): void => {
    const all = [...new Set(ids.flatMap((id) => groups.get(id) ?? []))];
    const parts = [...new Set(ids.map((id) => groups.get(id) ?? []))].map((part) => [...part]);
    if (parts.length < 2 || (!byHand && isTangled(parts, apart))) return;
    for (const { id } of all) groups.set(id, all);
  };
  for (const { x, y, isSame } of said) if (isSame) join([x, y], true);
  const spelled = parties.map((party) => ({ ...party, ...partySpelling(party.name) }));
  const sure = grouped(spelled, ({ sure: keys, codes, name }) => [
    ...keys,
    ...codes.map(codeKey),
    codeKey(name),
  ]);
  for (const ids of sure.values()) join(ids);
  const marks = new Map<string, Set<string>>();
  for (const { bare } of spelled)
    if (bare) marks.set(bare.key, (marks.get(bare.key) ?? new Set()).add(bare.mark));
  for (const [key, ids] of grouped(spelled, ({ bare }) => (bare ? [bare.key] : [])))
    if (marks.get(key)?.size === 1) join([...ids, ...(sure.get(key) ?? [])]);
  for (const [key, ids] of grouped(spelled, ({ short }) => (short === null ? [] : [short])))
    if (new Set(ids.map((id) => groups.get(id))).size === 1) join([...ids, ...(sure.get(key) ?? [])]);
  return settled(groups);
}

function isTangled(
  parts: readonly (readonly NamedParty[])[],
  apart: readonly { readonly x: number; readonly y: number }[],
): boolean {
  const partOf = new Map(parts.flatMap((part, index) => part.map(({ id }) => [id, index] as const)));
  const isParted = apart.some(
    ({ x, y }) => partOf.has(x) && partOf.has(y) && partOf.get(x) !== partOf.get(y),
  );
  const sources = parts.flatMap((part) => [...new Set(part.flatMap(({ declaredBy }) => declaredBy))]);
  return isParted || new Set(sources).size < sources.length;
}

function lastWords(parties: readonly NamedParty[], words: readonly PartyWord[]) {
  const byKey = new Map(parties.map(({ id, name }) => [nameKey(name), id]));
  const last = new Map<string, { readonly x: number; readonly y: number; readonly isSame: boolean }>();
  for (const { a, b, isSame } of words) {
    const [x, y] = [byKey.get(nameKey(a)), byKey.get(nameKey(b))];
    if (x === undefined || y === undefined || x === y) continue;
    const key = `${Math.min(x, y)} ${Math.max(x, y)}`;
    last.delete(key);
    last.set(key, { x, y, isSame });
  }
  return [...last.values()];
}

function grouped<T extends { readonly id: number }>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      const ids = found.get(key);
      if (ids) ids.push(one.id);
      else found.set(key, [one.id]);
    }
  return found;
}

function settled(groups: ReadonlyMap<number, readonly NamedParty[]>): ReadonlyMap<number, number> {
  const as = new Map<number, number>();
  for (const group of new Set(groups.values())) {
    const [chosen, ...rest] = [...group].sort(
      (a, b) =>
        Number(b.declaredBy.length > 0) - Number(a.declaredBy.length > 0) ||
        Number(a.name.includes(',')) - Number(b.name.includes(',')) ||
        b.name.length - a.name.length ||
        (a.name < b.name ? -1 : 1),
    );
    for (const { id } of rest) if (chosen) as.set(id, chosen.id);
  }
  return as;
}
