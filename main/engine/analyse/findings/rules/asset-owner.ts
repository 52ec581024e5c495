import { linesOf } from '../../evidence-lines';
import { holdingName } from '../../wording';
import type { Rule } from '../finding-input';

/** Holdings for which a register asks who the information asset owner is, and nobody is named. */
export const assetOwner: Rule = {
  codes: ['no-information-asset-owner'],
  *find({ estate }) {
    for (const holding of estate.holdings.values()) {
      const role = 'information asset owner';
      const cell = holding.responsibilities.find((one) => one.role === role);
      const dataset = estate.datasets.get(holding.dataset);
      const general = dataset?.responsibilities.find((one) => one.role === role);
      if (cell?.state !== 'missing' || (general && general.parties.length > 0)) continue;
      const subject = holdingName(estate, holding);
      yield {
        code: 'no-information-asset-owner',
        severity: 'medium',
        subject,
        title: 'No information asset owner is named',
        detail: `The register asks for the information asset owner of ${subject} and leaves it blank: no named senior person answers for it.`,
        evidence: linesOf(cell.blanks),
      };
    }
  },
};
