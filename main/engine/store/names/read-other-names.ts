import type { Citation } from '../../../../shared/model/citation';
import type { NameConflict, SystemName } from '../../../../shared/model/estate';
import type { Assertions } from '../facts/assertions';
import { identityKey } from './name-key';

/** The other names of a system or dataset: who says that they are its names, and where each is used. */
export function otherNamesOf(
  assertions: Assertions,
  kind: 'system' | 'dataset',
  id: number,
): readonly SystemName[] {
  const usedAs = new Map<string, Citation[]>();
  const folded = kind === 'system' ? assertions.names : assertions.datasetNames;
  const names = folded.others.get(id) ?? [];
  if (names.length === 0) return [];
  for (const { predicate, detail, citation } of assertions.of(kind, id)) {
    if (predicate !== 'exists' || detail === null) continue;
    const key = identityKey(detail);
    usedAs.set(key, [...(usedAs.get(key) ?? []), citation]);
  }
  return names.map(({ name, kind, assertionIds }) => ({
    name,
    kind,
    saidIn: citationsOf(assertions, assertionIds),
    usedIn: usedAs.get(identityKey(name)) ?? [],
  }));
}

/** Names that could not be given to one system or dataset, each with what claims it. */
export function readNameConflicts(
  assertions: Assertions,
  names: Readonly<Record<'system' | 'dataset', ReadonlyMap<number, string>>>,
): readonly NameConflict[] {
  return (['system', 'dataset'] as const).flatMap((of) => {
    const { conflicts } = of === 'system' ? assertions.names : assertions.datasetNames;
    return conflicts.map(({ name, kind, why, isUsed, subjectIds, assertionIds }) => ({
      name,
      kind,
      of,
      why,
      isUsed,
      claimedBy: subjectIds.flatMap((id) => names[of].get(id) ?? []).sort(),
      citations: citationsOf(assertions, assertionIds),
    }));
  });
}

const citationsOf = (assertions: Assertions, ids: readonly number[]): readonly Citation[] =>
  ids.flatMap((id) => assertions.byId(id)?.citation ?? []);
