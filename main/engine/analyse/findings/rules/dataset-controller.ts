import type { Dataset, Holding, RoleCell } from '../../../../../shared/model/estate';
import { linesOf } from '../../evidence-lines';
import { holdingName, list } from '../../wording';
import type { Rule } from '../finding-input';

const isController = (cell: RoleCell): boolean =>
  cell.role === 'controller' || cell.role === 'joint controller';
const controllersOf = (holding: Holding): readonly RoleCell[] =>
  holding.responsibilities.filter(isController);
const isHeld = (cell: RoleCell): boolean => cell.parties.length > 0;

/** Who decides about each dataset (UK GDPR article 4(7)); a processor does not. */
export const datasetController: Rule = {
  codes: ['dataset-without-controller', 'holding-without-controller', 'dataset-controller-not-recorded'],
  *find({ estate }) {
    const holdingsOf = new Map<Dataset['id'], Holding[]>();
    for (const holding of estate.holdings.values()) {
      if (holding.citations.length === 0) continue;
      holdingsOf.set(holding.dataset, [...(holdingsOf.get(holding.dataset) ?? []), holding]);
    }
    for (const dataset of estate.datasets.values()) {
      const holdings = holdingsOf.get(dataset.id) ?? [];
      const own = dataset.responsibilities.filter(isController);
      const all = [...own, ...holdings.flatMap(controllersOf)];
      if (dataset.citations.length === 0) continue;
      if (all.length === 0) {
        if (holdings.length === 0) continue;
        yield {
          code: 'dataset-controller-not-recorded',
          severity: 'low',
          subject: dataset.name,
          title: 'No source says who the controller is',
          detail: `No imported inventory has a column for the controller of ${dataset.name}.`,
          evidence: linesOf(dataset.citations),
        };
        continue;
      }
      // Whoever received a copy may be controller of that copy; who is where the data is created stays open.
      const ofRecord = holdings.filter((h) => h.role.value === 'system of record');
      const source = [...own, ...(ofRecord.length > 0 ? ofRecord : holdings).flatMap(controllersOf)];
      if (source.length > 0 && !source.some(isHeld)) {
        const others = holdings
          .flatMap((h) => h.responsibilities)
          .filter((cell) => cell.role === 'processor' && isHeld(cell))
          .flatMap((cell) => cell.parties.map((party) => party.partyName));
        yield {
          code: 'dataset-without-controller',
          severity: 'high',
          subject: dataset.name,
          title: 'The dataset has no controller',
          detail: `The controller of ${dataset.name} is asked for and left blank.${
            others.length > 0
              ? ` ${list([...new Set(others)])} is on record as processor only, and a processor acts for a controller.`
              : ''
          }`,
          evidence: linesOf(source.flatMap((cell) => cell.blanks)),
        };
        continue;
      }
      if (own.some(isHeld)) continue;
      for (const holding of holdings) {
        const cells = controllersOf(holding);
        if (cells.length === 0 || cells.some(isHeld)) continue;
        yield {
          code: 'holding-without-controller',
          severity: 'medium',
          subject: holdingName(estate, holding),
          title: 'The dataset has no controller in this system',
          detail: `${dataset.name} has a controller elsewhere; for this holding the question is left blank.`,
          evidence: linesOf(cells.flatMap((cell) => cell.blanks)),
        };
      }
    }
  },
};
