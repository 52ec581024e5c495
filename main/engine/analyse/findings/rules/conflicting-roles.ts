import type { Citation } from '../../../../../shared/model/citation';
import type { Estate, RoleCell } from '../../../../../shared/model/estate';
import { linesOf } from '../../evidence-lines';
import { showCitation } from '../../ownership/ownership';
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
          : `Sources name a different ${roleName(cell.role)}`,
        detail: `${capital(roleName(cell.role))} of ${subject}: ${list(claims)}.${also}`,
        evidence: linesOf(cell.parties.flatMap((party): readonly Citation[] => party.citations)),
      };
    }
  },
};

function* disputed(
  estate: Estate,
): Iterable<{ readonly subject: string; readonly cell: RoleCell; readonly also: string }> {
  const subjects: { readonly subject: string; readonly cells: readonly RoleCell[] }[] = [
    ...[...estate.systems.values()].map((s) => ({ subject: s.name, cells: s.responsibilities })),
    ...[...estate.datasets.values()].map((d) => ({ subject: d.name, cells: d.responsibilities })),
    ...[...estate.holdings.values()].map((h) => ({
      subject: holdingName(estate, h),
      cells: h.responsibilities,
    })),
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
