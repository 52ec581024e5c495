import type { NamesAnswer } from '../../../../shared/contract/name-methods';
import type { Estate } from '../../../../shared/model/estate';

/** Every system, dataset and party with its other names, and the names that could not be given to one. */
export function namesOf(estate: Estate): NamesAnswer {
  const byName = <T extends { readonly name: string }>(all: Iterable<T>): T[] =>
    [...all].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return {
    systems: byName(estate.systems.values())
      .filter(({ citations }) => citations.length > 0)
      .map(({ name, isDeclared, otherNames }) => ({ system: name, declared: isDeclared, otherNames })),
    datasets: byName(estate.datasets.values())
      .filter(({ citations }) => citations.length > 0)
      .map(({ name, otherNames }) => ({ dataset: name, otherNames })),
    parties: byName(estate.parties.values()).map(({ name, otherNames }) => ({ party: name, otherNames })),
    conflicts: estate.nameConflicts.map(({ claimedBy, ...conflict }) => ({
      ...conflict,
      systems: claimedBy,
    })),
  };
}
