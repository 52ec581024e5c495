import type { Holding } from '../../../../../shared/model/estate';
import type { DatasetId } from '../../../../../shared/model/ids';
import { linesOf } from '../../evidence-lines';
import { holdingName, list } from '../../wording';
import type { Rule } from '../finding-input';

/** A dataset is created and authoritative in one system; several leave open which is right. */
export const systemsOfRecord: Rule = {
  codes: ['several-systems-of-record', 'holding-role-conflict'],
  *find({ estate }) {
    const ofRecord = new Map<DatasetId, Holding[]>();
    for (const holding of estate.holdings.values()) {
      if (holding.role.state === 'conflicting') {
        const claims = holding.role.claims.map((claim) => `${claim.value} (${claim.citation.file})`);
        yield {
          code: 'holding-role-conflict',
          severity: 'medium',
          subject: holdingName(estate, holding),
          title: 'Sources differ on what the system is to the dataset',
          detail: `${holdingName(estate, holding)} is said to be ${list([...new Set(claims)])}.`,
          evidence: linesOf(holding.role.claims.map((claim) => claim.citation)),
        };
      }
      if (holding.role.value !== 'system of record') continue;
      ofRecord.set(holding.dataset, [...(ofRecord.get(holding.dataset) ?? []), holding]);
    }
    for (const [dataset, holdings] of ofRecord) {
      if (holdings.length < 2) continue;
      const systems = holdings.map((h) => estate.systems.get(h.system)?.name ?? '').sort();
      yield {
        code: 'several-systems-of-record',
        severity: 'medium',
        subject: estate.datasets.get(dataset)?.name ?? '',
        title: 'The dataset has several systems of record',
        detail: `${list(systems)} are each said to be its system of record. Where they differ, nothing says which is right; they may hold different people’s records.`,
        evidence: linesOf(holdings.flatMap((h) => h.role.claims.map((claim) => claim.citation))),
      };
    }
  },
};
