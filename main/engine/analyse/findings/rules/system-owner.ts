import type { ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import { linesOf } from '../../evidence-lines';
import { ownerOf } from '../../ownership/ownership';
import { list, roleName } from '../../wording';
import type { Rule } from '../finding-input';

const ownerRoles: readonly ResponsibilityRole[] = [
  'owner',
  'business owner',
  'information asset owner',
  'it owner',
];

/** Who answers for each system. "Left blank" and "never asked" are two findings of different weight. */
export const systemOwner: Rule = {
  codes: ['system-without-owner', 'system-owner-not-recorded', 'owner-role-left-blank'],
  *find({ estate }) {
    for (const system of estate.systems.values()) {
      if (!system.isDeclared) continue;
      const owner = ownerOf(system);
      const blank = system.responsibilities.filter(
        (cell) => ownerRoles.includes(cell.role) && cell.parties.length === 0,
      );
      if (owner.state === 'missing') {
        yield {
          code: 'system-without-owner',
          severity: 'high',
          subject: system.name,
          title: 'The system has no owner',
          detail: `The inventory asks for ${list(blank.map((cell) => roleName(cell.role)))} of ${system.name} and leaves it blank. Nobody is on record as answering for it.`,
          evidence: linesOf(blank.flatMap((cell) => cell.blanks)),
        };
      } else if (owner.state === 'not recorded') {
        yield {
          code: 'system-owner-not-recorded',
          severity: 'low',
          subject: system.name,
          title: 'No source says who owns the system',
          detail: `No imported inventory has a column for the owner of ${system.name}. That is not the same as having none.`,
          evidence: linesOf(system.citations),
        };
      } else if (blank.length > 0) {
        yield {
          code: 'owner-role-left-blank',
          severity: 'low',
          subject: system.name,
          title: `No ${list(blank.map((cell) => roleName(cell.role)))} is named`,
          detail: `${owner.name} is on record as ${owner.role === null ? 'owner' : roleName(owner.role)} of ${system.name}; ${list(blank.map((cell) => roleName(cell.role)))} was left blank. The roles are not the same.`,
          evidence: linesOf(blank.flatMap((cell) => cell.blanks)),
        };
      }
    }
  },
};
