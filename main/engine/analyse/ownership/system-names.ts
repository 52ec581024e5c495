import type { NamesAnswer } from '../../../../shared/contract/name-methods';
import type { Estate } from '../../../../shared/model/estate';

/** Every system with its other names, and the names that could not be given to one. */
export function namesOf(estate: Estate): NamesAnswer {
  return {
    systems: [...estate.systems.values()]
      .filter(({ citations }) => citations.length > 0)
      .map(({ name, isDeclared, otherNames }) => ({ system: name, declared: isDeclared, otherNames }))
      .sort((a, b) => a.system.localeCompare(b.system, 'en')),
    conflicts: estate.nameConflicts.map(({ systems, ...conflict }) => ({
      ...conflict,
      systems: systems.map((id) => estate.systems.get(id)?.name ?? '').sort(),
    })),
  };
}
