import type { NameConflict } from '../../../../../shared/model/estate';
import { linesOf } from '../../evidence-lines';
import { list } from '../../wording';
import type { Rule } from '../finding-input';

/** Names that sources give to more than one system or dataset: what uses them can be counted for neither. */
export const sharedNames: Rule = {
  codes: ['system-name-claimed-twice', 'dataset-name-claimed-twice'],
  *find({ estate }) {
    for (const conflict of estate.nameConflicts) {
      // Codes that nothing uses are often of a group, a cost centre or a supplier: no system's name.
      if (!conflict.isUsed && ['code', 'id'].includes(conflict.kind)) continue;
      yield {
        code: `${conflict.of}-name-claimed-twice`,
        severity: conflict.isUsed ? 'medium' : 'low',
        subject: conflict.name,
        title: titleOf(conflict),
        detail: `${said(conflict)} ${
          conflict.isUsed
            ? `What is written under this name is kept apart, as a ${conflict.of} of its own, until a person says which it is.`
            : 'No log or list uses the name so far.'
        }`,
        evidence: linesOf(conflict.citations),
      };
    }
  },
};

function titleOf({ of, why }: NameConflict): string {
  switch (why) {
    case 'claimed by several':
      return `Several ${of}s claim one name`;
    case 'listed as another':
      return `A name of one ${of} is listed as another ${of}`;
    case 'joins two that are listed apart':
      return `A name would make one of two ${of}s that are listed apart`;
  }
}

function said({ name, kind, of, why, claimedBy }: NameConflict): string {
  const as = `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
  switch (why) {
    case 'claimed by several':
      return `${list(claimedBy)} each have “${name}” as ${as}.`;
    case 'listed as another':
      return `“${name}” is given as ${as} of ${list(claimedBy)}, and a source lists both as ${of}s of their own.`;
    case 'joins two that are listed apart':
      return `“${name}” is given as ${as} of ${list(claimedBy)}; followed with the other names, it would join two ${of}s that one source lists apart.`;
  }
}
