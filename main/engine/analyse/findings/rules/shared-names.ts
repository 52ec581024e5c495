import type { NameConflict } from '../../../../../shared/model/estate';
import { linesOf } from '../../evidence-lines';
import { list } from '../../wording';
import type { Rule } from '../finding-input';

/** Names that sources give to more than one system: lines that use them can be counted for neither. */
export const sharedNames: Rule = {
  codes: ['system-name-claimed-twice'],
  *find({ estate }) {
    for (const conflict of estate.nameConflicts) {
      // Codes that nothing uses are often of a group, a cost centre or a supplier: no system's name.
      if (!conflict.isUsed && ['code', 'id'].includes(conflict.kind)) continue;
      const systems = conflict.systems.map((id) => estate.systems.get(id)?.name ?? '').sort();
      yield {
        code: 'system-name-claimed-twice',
        severity: conflict.isUsed ? 'medium' : 'low',
        subject: conflict.name,
        title: titles[conflict.why],
        detail: `${said(conflict, systems)} ${
          conflict.isUsed
            ? 'What is written under this name is kept apart, as a system of its own, until a person says which it is.'
            : 'No log or list uses the name so far.'
        }`,
        evidence: linesOf(conflict.citations),
      };
    }
  },
};

const titles: Readonly<Record<NameConflict['why'], string>> = {
  'claimed by several': 'Several systems claim one name',
  'listed as another': 'A name of one system is listed as another system',
  'joins two that are listed apart': 'A name would make one of two systems that are listed apart',
};

function said({ name, kind, why }: NameConflict, systems: readonly string[]): string {
  const as = `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
  switch (why) {
    case 'claimed by several':
      return `${list(systems)} each have “${name}” as ${as}.`;
    case 'listed as another':
      return `“${name}” is given as ${as} of ${list(systems)}, and a source lists both as systems of their own.`;
    case 'joins two that are listed apart':
      return `“${name}” is given as ${as} of ${list(systems)}; followed with the other names, it would join two systems that one source lists apart.`;
  }
}
