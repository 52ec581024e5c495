import type { Difference } from '../../../../shared/contract/analysis-methods';
import type { Citation } from '../../../../shared/model/citation';
import type { Dataset, Estate, System } from '../../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../../shared/model/ids';
import { foldParties, type NamedParty, type PartyWord } from '../../store/names/fold-parties';
import { datasetSpelling, type Spelling, systemSpelling } from '../../store/names/loose-name';
import { nameKey } from '../../store/names/name-key';
import { linesOf } from '../evidence-lines';
import { matchThings, type NamedThing } from './match-things';

/** What stands for a thing in both of two estates, whatever each calls it. */
export interface EstateKeys {
  readonly system: (id: SystemId) => string;
  readonly dataset: (id: DatasetId) => string;
  readonly site: (name: string) => string;
  readonly party: (name: string) => string;
}

export interface SharedKeys {
  readonly before: EstateKeys;
  readonly after: EstateKeys;
  readonly renamed: readonly Difference[];
}

/** Things of two estates under shared keys, and those that go by another name in the second one. */
export function sharedKeys(before: Estate, after: Estate): SharedKeys {
  const systems = keysOf('system', before.systems, after.systems, systemSpelling);
  const datasets = keysOf('dataset', before.datasets, after.datasets, datasetSpelling);
  const party = partyKeys(before, after);
  const keysOn = (side: 'before' | 'after'): EstateKeys => ({
    system: (id) => systems[side].get(id) ?? '',
    dataset: (id) => datasets[side].get(id) ?? '',
    site: nameKey,
    party,
  });
  return {
    before: keysOn('before'),
    after: keysOn('after'),
    renamed: [...systems.renamed, ...datasets.renamed],
  };
}

type Thing = System | Dataset;

function keysOf(
  kind: 'system' | 'dataset',
  before: ReadonlyMap<number, Thing>,
  after: ReadonlyMap<number, Thing>,
  spelling: Spelling,
) {
  const named = (
    all: ReadonlyMap<number, Thing>,
    isMeant: (thing: Thing) => boolean,
  ): readonly NamedThing[] =>
    [...all.values()]
      .filter(isMeant)
      .map(({ id, name, otherNames }) => ({ id, name, otherNames: otherNames.map((other) => other.name) }));
  const isThere = ({ citations }: Thing): boolean => citations.length > 0;
  const matches = matchThings(named(before, isThere), named(after, isThere), spelling);
  const onBefore = new Map([...before.keys()].map((id) => [id, `before ${id}`]));
  const onAfter = new Map([...after.keys()].map((id) => [id, `after ${id}`]));
  for (const match of matches) onAfter.set(match.after.id, `before ${match.before.id}`);
  // What is not there on one side may still be an end of flows that are.
  const [known, knownAfter] = [
    new Set(matches.map((m) => m.before.id)),
    new Set(matches.map((m) => m.after.id)),
  ];
  const rest = matchThings(
    named(before, ({ id }) => !known.has(id)),
    named(after, ({ id }) => !knownAfter.has(id)),
    spelling,
  );
  for (const match of rest) if (!match.isRenamed) onAfter.set(match.after.id, `before ${match.before.id}`);
  const renamed = matches
    .filter(({ isRenamed }) => isRenamed)
    .map(
      ({ before: was, after: is }): Difference => ({
        kind,
        change: 'renamed',
        name: was.name,
        field: null,
        before: was.name,
        after: is.name,
        evidenceBefore: evidenceOf(before.get(was.id)),
        evidenceAfter: evidenceOf(after.get(is.id)),
      }),
    );
  return { before: onBefore, after: onAfter, renamed };
}

/** Where the thing is named so, and where a source says what else it is called. */
const evidenceOf = (thing: Thing | undefined) =>
  linesOf([
    ...(thing?.citations ?? []).slice(0, 1),
    ...(thing?.otherNames ?? []).flatMap(({ saidIn }): readonly Citation[] => saidIn),
  ]);

/** People and organisations of both sides under one key each, folded as within one case. */
function partyKeys(before: Estate, after: Estate): (name: string) => string {
  const rows = new Map<string, NamedParty>();
  const words: PartyWord[] = [];
  for (const { name, otherNames } of [...before.parties.values(), ...after.parties.values()])
    for (const one of [name, ...otherNames]) {
      if (!rows.has(nameKey(one)))
        rows.set(nameKey(one), { id: rows.size, name: one, codes: [], declaredBy: [] });
      if (one !== name) words.push({ a: name, b: one, isSame: true });
    }
  const as = foldParties([...rows.values()], words);
  return (name) => {
    const id = rows.get(nameKey(name))?.id;
    return id === undefined ? nameKey(name) : `party ${as.get(id) ?? id}`;
  };
}
