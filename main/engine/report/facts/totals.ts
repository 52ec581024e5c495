import type { ListedFinding } from '../../../../shared/contract/analysis-methods';
import type { SystemRow } from '../../../../shared/contract/estate-methods';
import type { ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import type { Severity } from '../../../../shared/model/vocabulary';
import type { ReportFacts } from './report-facts';

export const flowOf = ({ from, to }: Pick<ReconcileRow, 'from' | 'to'>): string => `${from} > ${to}`;

type Count = 'sent' | 'received' | 'lost' | 'unobservable' | 'stuck' | 'rejected' | 'pending';

export const total = (rows: readonly ReconcileRow[], what: Count): number =>
  rows.reduce((sum, row) => sum + row[what], 0);

/** Flows on which something was sent. */
export const loggedFlows = (facts: ReportFacts): readonly ReconcileRow[] =>
  facts.flows().filter(({ sent }) => sent > 0);

/** Worst first. */
export const lossyFlows = (facts: ReportFacts): readonly ReconcileRow[] =>
  most(facts.flows(), (row) => row.lost);

export const unobservableFlows = (facts: ReportFacts): readonly ReconcileRow[] =>
  most(facts.flows(), (row) => row.unobservable);

export const stuckFlows = (facts: ReportFacts): readonly ReconcileRow[] =>
  most(facts.flows(), (row) => row.stuck);

function most(rows: readonly ReconcileRow[], by: (row: ReconcileRow) => number): readonly ReconcileRow[] {
  return rows.filter((row) => by(row) > 0).sort((a, b) => by(b) - by(a) || (flowOf(a) < flowOf(b) ? -1 : 1));
}

/** Findings that nobody has accepted. */
export const openFindings = (facts: ReportFacts, severity?: Severity): readonly ListedFinding[] =>
  facts
    .findings()
    .filter((one) => one.accepted === null && (severity === undefined || one.severity === severity));

export const findingsOf = (facts: ReportFacts, ...codes: readonly string[]): readonly ListedFinding[] =>
  openFindings(facts).filter(({ code }) => codes.includes(code));

/** Systems of an inventory for which a source leaves the owner blank, or none has the question. */
export const ownerlessSystems = (facts: ReportFacts): readonly SystemRow[] =>
  facts.systems().filter(({ ownerState }) => ownerState === 'missing' || ownerState === 'not recorded');
