import type { Citation } from '../../../../shared/model/citation';
import type { NameConflict, SystemName } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type { Assertions } from '../facts/assertions';
import { identityKey } from './name-key';

/** The other names of a system: who says that they are its names, and where each is used. */
export function otherNamesOf(assertions: Assertions, id: number): readonly SystemName[] {
  const usedAs = new Map<string, Citation[]>();
  const names = assertions.names.others.get(id) ?? [];
  if (names.length === 0) return [];
  for (const { predicate, detail, citation } of assertions.of('system', id)) {
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

/** Names that could not be given to one system, each with what claims it. */
export function readNameConflicts(assertions: Assertions): readonly NameConflict[] {
  return assertions.names.conflicts.map(({ name, kind, why, isUsed, systemIds, assertionIds }) => ({
    name,
    kind,
    why,
    isUsed,
    systems: systemIds.map((id) => id as SystemId),
    citations: citationsOf(assertions, assertionIds),
  }));
}

const citationsOf = (assertions: Assertions, ids: readonly number[]): readonly Citation[] =>
  ids.flatMap((id) => assertions.byId(id)?.citation ?? []);
