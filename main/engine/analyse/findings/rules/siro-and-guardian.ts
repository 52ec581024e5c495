import type { Citation } from '../../../../../shared/model/citation';
import type { RoleCell } from '../../../../../shared/model/estate';
import type { PartyId } from '../../../../../shared/model/ids';
import { linesOf } from '../../evidence-lines';
import { count } from '../../wording';
import type { Rule } from '../finding-input';

/** The owner of information risk and the guardian of confidentiality should not be one person. */
export const siroAndGuardian: Rule = {
  codes: ['one-person-siro-and-guardian'],
  *find({ estate }) {
    const siro = new Map<PartyId, Citation[]>();
    const guardian = new Map<PartyId, Citation[]>();
    const look = (cells: readonly RoleCell[]): void => {
      for (const { role, parties } of cells) {
        const map =
          role === 'senior information risk owner' ? siro : role === 'caldicott guardian' ? guardian : null;
        for (const { party, citations } of map ? parties : [])
          map?.set(party, [...(map.get(party) ?? []), ...citations]);
      }
    };
    for (const group of [estate.parties, estate.systems, estate.datasets, estate.holdings, estate.flows])
      for (const { responsibilities } of group.values()) look(responsibilities);
    for (const [party, citations] of siro) {
      const others = guardian.get(party);
      if (!others) continue;
      const evidence = linesOf([...citations, ...others]);
      yield {
        code: 'one-person-siro-and-guardian',
        severity: 'medium',
        subject: estate.parties.get(party)?.name ?? '',
        title: 'One person is both SIRO and Caldicott Guardian',
        detail: `${estate.parties.get(party)?.name} is named as senior information risk owner and as Caldicott Guardian (${count(evidence.length, 'line')}). The two offices check one another.`,
        evidence,
      };
    }
  },
};
