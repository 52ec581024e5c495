import type { Estate, Responsibility, RoleCell } from '../../../../../shared/model/estate';
import type { Finding } from '../../../../../shared/model/finding';
import type { PartyId, SystemId } from '../../../../../shared/model/ids';
import type { ResponsibilityRole } from '../../../../../shared/model/vocabulary';
import { nameKey } from '../../../store/names/name-key';
import { linesOf } from '../../evidence-lines';
import { holdingName, roleName } from '../../wording';
import type { Rule } from '../finding-input';

const processing: readonly ResponsibilityRole[] = ['processor', 'sub-processor'];
const deciding: readonly ResponsibilityRole[] = [
  'controller',
  'owner',
  'information asset owner',
  'business owner',
];

/** Someone who acts for a controller, shown as the one who decides. Holder and supplier are not owner. */
export const processorAsOwner: Rule = {
  codes: ['processor-as-owner', 'supplier-as-asset-owner'],
  *find({ estate }) {
    yield* ofSystems(estate);
    for (const holding of estate.holdings.values()) {
      const dataset = estate.datasets.get(holding.dataset);
      const system = estate.systems.get(holding.system);
      const cells = [...holding.responsibilities, ...(dataset?.responsibilities ?? [])];
      const processors = held(cells, processing);
      const owners = held(cells, deciding);
      const subject = holdingName(estate, holding);
      const reported = new Set<PartyId>();
      for (const owner of owners) {
        const processor = processors.find((one) => one.party === owner.party);
        if (!processor || reported.has(owner.party)) continue;
        reported.add(owner.party);
        yield {
          code: 'processor-as-owner',
          severity: 'high',
          subject,
          title: 'A processor is shown as owner',
          detail: `${owner.partyName} is on record both as ${processor.role} and as ${roleName(owner.role)} of ${subject}. A processor acts on a controller’s behalf and does not decide.`,
          evidence: linesOf([...owner.citations, ...processor.citations]),
        };
      }
      const supplier = system?.supplier.value ?? null;
      const assetOwner = held(holding.responsibilities, ['information asset owner']).find(
        (one) => supplier !== null && nameKey(one.partyName) === nameKey(supplier),
      );
      if (!system || !assetOwner || reported.has(assetOwner.party)) continue;
      yield {
        code: 'supplier-as-asset-owner',
        severity: 'medium',
        subject,
        title: 'The system’s supplier is shown as information asset owner',
        detail: `${assetOwner.partyName} supplies ${system.name} and is on record as information asset owner of ${subject}. The owner of an asset is a senior person of the organisation that answers for it.`,
        evidence: linesOf([...assetOwner.citations, ...system.supplier.claims.map((c) => c.citation)]),
      };
    }
  },
};

/**
 * The owner of a system who processes the data that it holds. That a supplier owns the program it sells is no
 * fault: only a role over the data makes it one.
 */
function* ofSystems(estate: Estate): Iterable<Finding> {
  const processorsIn = new Map<SystemId, Responsibility[]>();
  for (const holding of estate.holdings.values()) {
    const cells = [
      ...holding.responsibilities,
      ...(estate.datasets.get(holding.dataset)?.responsibilities ?? []),
    ];
    const known = processorsIn.get(holding.system) ?? [];
    processorsIn.set(holding.system, [...known, ...held(cells, processing)]);
  }
  for (const system of estate.systems.values()) {
    const own = system.responsibilities;
    const processors = [...held(own, processing), ...(processorsIn.get(system.id) ?? [])];
    for (const owner of held(own, deciding)) {
      const same = processors.filter(({ party }) => party === owner.party);
      const [first] = same;
      if (!first) continue;
      yield {
        code: 'processor-as-owner',
        severity: 'high',
        subject: system.name,
        title: 'A processor is shown as owner',
        detail: `${owner.partyName} is on record as ${roleName(owner.role)} of ${system.name} and as ${first.role} of data in it. A processor acts on a controller’s behalf and does not decide.`,
        evidence: linesOf([...owner.citations, ...same.flatMap(({ citations }) => citations)]),
      };
      break;
    }
  }
}

const held = (cells: readonly RoleCell[], roles: readonly ResponsibilityRole[]): readonly Responsibility[] =>
  cells.filter((cell) => roles.includes(cell.role)).flatMap((cell) => cell.parties);
