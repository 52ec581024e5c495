import type { Citation } from '../../../../../shared/model/citation';
import type { Estate, Holding, RoleCell } from '../../../../../shared/model/estate';
import { linesOf } from '../../evidence-lines';
import { joinedCell, showCitation } from '../../ownership/ownership';
import { capital, holdingName, list, nameOfFlow, roleName } from '../../wording';
import type { Rule } from '../finding-input';

/** Sources that name different parties for a role of which there is one. Neither is taken for right. */
export const conflictingRoles: Rule = {
  codes: ['controller-conflict', 'owner-conflict'],
  *find({ estate }) {
    for (const { subject, cell, also } of disputed(estate)) {
      const isController = cell.role === 'controller';
      const claims = cell.parties.map(
        ({ partyName, citations }) => `${partyName} (${citations.map(showCitation).join(', ')})`,
      );
      yield {
        code: isController ? 'controller-conflict' : 'owner-conflict',
        severity: 'high',
        subject,
        title: isController
          ? 'Sources name different controllers'
          : isOneLine(cell)
            ? `Several are named as ${roleName(cell.role)}`
            : `Sources name a different ${roleName(cell.role)}`,
        detail: `${capital(roleName(cell.role))} of ${subject}: ${list(claims)}.${also}`,
        evidence: linesOf(cell.parties.flatMap((party): readonly Citation[] => party.citations)),
      };
    }
  },
};

/**
 * What is said of a dataset in one system and of the dataset wherever it is held: who differs between the two is
 * in dispute as well. What sources dispute of the dataset as a whole is told of the dataset alone.
 */
function heldCells(estate: Estate, holding: Holding): readonly RoleCell[] {
  const general = estate.datasets.get(holding.dataset)?.responsibilities ?? [];
  return holding.responsibilities.map((own) => {
    const other = general.find(({ role }) => role === own.role);
    const isDisputedAlready = own.state === 'conflicting' || other?.state === 'conflicting';
    return other === undefined || isDisputedAlready ? own : joinedCell(own, other);
  });
}

/** All of them stand in one row: nobody disputes it, and still there is one too many. */
const isOneLine = ({ parties }: RoleCell): boolean =>
  new Set(parties.flatMap(({ citations }) => citations.map(showCitation))).size === 1;

function* disputed(
  estate: Estate,
): Iterable<{ readonly subject: string; readonly cell: RoleCell; readonly also: string }> {
  const subjects: { readonly subject: string; readonly cells: readonly RoleCell[] }[] = [
    ...[...estate.systems.values()].map((s) => ({ subject: s.name, cells: s.responsibilities })),
    ...[...estate.datasets.values()].map((d) => ({ subject: d.name, cells: d.responsibilities })),
    ...[...estate.holdings.values()].map((h) => ({
      subject: holdingName(estate, h),
      cells: heldCells(estate, h),
    })),
    ...[...estate.parties.values()].map((p) => ({ subject: p.name, cells: p.responsibilities })),
    ...[...estate.flows.values()].map((f) => ({
      subject: nameOfFlow(estate, f),
      cells: f.responsibilities,
    })),
  ];
  for (const { subject, cells } of subjects) {
    const conflicting = cells.filter((cell) => cell.state === 'conflicting');
    // A finding is known by its code and subject: several disputed roles of one subject are told in one.
    for (const isController of [true, false]) {
      const [cell, ...rest] = conflicting.filter(({ role }) => (role === 'controller') === isController);
      if (!cell) continue;
      const also = rest.length > 0 ? ` Also disputed: ${list(rest.map(({ role }) => roleName(role)))}.` : '';
      yield { subject, cell, also };
    }
  }
}
