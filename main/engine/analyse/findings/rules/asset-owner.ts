import type { RoleCell } from '../../../../../shared/model/estate';
import type { ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import { linesOf } from '../../evidence-lines';
import { holdingName } from '../../wording';
import type { Rule } from '../finding-input';

const owning: readonly ResponsibilityRole[] = ['owner', 'information asset owner', 'business owner'];

interface Asked {
  readonly subject: string;
  /** What is said of it, and of the dataset wherever it is held. */
  readonly own: readonly RoleCell[];
  readonly general: readonly RoleCell[];
}

/** Data for which a register asks who owns them, or who is accountable, and nobody is named. */
export const assetOwner: Rule = {
  codes: ['no-information-asset-owner', 'dataset-without-owner'],
  *find({ estate }) {
    const held = [...estate.holdings.values()];
    const asked: readonly Asked[] = [
      ...held.map((holding) => ({
        subject: holdingName(estate, holding),
        own: holding.responsibilities,
        general: estate.datasets.get(holding.dataset)?.responsibilities ?? [],
      })),
      ...[...estate.datasets.values()].map(({ id, name, responsibilities }) => ({
        subject: name,
        own: responsibilities,
        general: held.filter(({ dataset }) => dataset === id).flatMap((one) => one.responsibilities),
      })),
    ];
    for (const { subject, own, general } of asked) {
      const cellOf = (role: ResponsibilityRole) => own.find((one) => one.role === role);
      const isNamed = (roles: readonly ResponsibilityRole[]): boolean =>
        [...own, ...general].some((cell) => roles.includes(cell.role) && cell.parties.length > 0);
      const asset = cellOf('information asset owner');
      if (asset?.state === 'missing' && !isNamed(['information asset owner']))
        yield {
          code: 'no-information-asset-owner',
          severity: 'medium',
          subject,
          title: 'No information asset owner is named',
          detail: `The register asks for the information asset owner of ${subject} and leaves it blank: no named senior person answers for it.`,
          evidence: linesOf(asset.blanks),
        };
      const owner = cellOf('owner');
      if (owner?.state === 'missing' && !isNamed(owning))
        yield {
          code: 'dataset-without-owner',
          severity: 'high',
          subject,
          title: 'Nobody is named as accountable for the data',
          detail: `The register asks who owns or is accountable for ${subject}, and names nobody.`,
          evidence: linesOf(owner.blanks),
        };
    }
  },
};
