import type { ListedFinding } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Finding } from '../../../../shared/model/finding';
import type { SystemId } from '../../../../shared/model/ids';
import { type Severity, severities } from '../../../../shared/model/vocabulary';
import type { OpenCase } from '../../store/case-file';
import type { OutcomeList } from '../../store/kept/reconciliation-store';
import { nameKey } from '../../store/names/name-key';
import { coverageRows } from '../coverage/coverage';
import { mostEvidence } from '../evidence-lines';
import { flowName } from '../flow-title';
import { readTraffic } from '../lineage/traffic';
import { why } from '../losses/why';
import { acknowledgedBit, dispositionNumber, outcome } from '../reconcile/dispose';
import { reconciliation } from '../reconcile/reconciliation';
import { sendingsOfFlows } from '../reconcile/sendings-of-flow';
import { readAcceptances } from './accept-finding';
import type { FindingInput, OutcomeName, ReckonedFlow } from './finding-input';
import { rules } from './registry';

/** What all rules find, worst first, with what a person accepted. Reconciles the case where that is to do. */
export function listFindings(openCase: OpenCase, estate: Estate): readonly ListedFinding[] {
  const input = inputOf(openCase, estate);
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    for (const finding of rule.find(input)) {
      const id = findingId(finding);
      const before = found.get(id);
      found.set(id, before ? merged(before, finding) : finding);
    }
  }
  const accepted = readAcceptances(openCase.db);
  return [...found]
    .map(([id, finding]) => ({ ...finding, id, accepted: accepted.get(id) ?? null }))
    .sort(
      (a, b) =>
        rank(a.severity) - rank(b.severity) || compare(a.code, b.code) || compare(a.subject, b.subject),
    );
}

const rank = (severity: Severity): number => severities.indexOf(severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Stable across imports and spellings. */
export const findingId = ({ code, subject }: Pick<Finding, 'code' | 'subject'>): string =>
  `${code}:${subject.split('>').map(nameKey).join(' > ')}`;

/** Two results of one rule on one subject (a flow of two datasets) are one finding. */
function merged(a: Finding, b: Finding): Finding {
  const evidence = new Map(
    [...a.evidence, ...b.evidence].map((one) => [`${one.file}\u0000${one.line}`, one]),
  );
  return {
    ...a,
    severity: rank(a.severity) <= rank(b.severity) ? a.severity : b.severity,
    detail: a.detail === b.detail ? a.detail : `${a.detail} ${b.detail}`,
    evidence: [...evidence.values()].slice(0, mostEvidence),
  };
}

function inputOf(openCase: OpenCase, estate: Estate): FindingInput {
  const { db } = openCase;
  const { pairs, writers } = readTraffic(db);
  const reckoned = reconciliation(db, estate);
  // An end that no line names is no subject of a finding.
  const flows = reckoned.flows
    .filter(({ fromId, toId }) => fromId !== 0 && toId !== 0)
    .map(
      ({ fromId, toId, row }): ReckonedFlow => ({
        ...row,
        fromId: fromId as SystemId,
        toId: toId as SystemId,
      }),
    );
  // Read once, for all flows that lost anything, when a rule first asks.
  let ofLossy: ReturnType<typeof sendingsOfFlows> | null = null;
  const lossy = flows.filter(({ lost }) => lost > 0).map(({ fromId, toId }) => ({ from: fromId, to: toId }));
  const sendings = remembered((flow: ReckonedFlow) => {
    if (flow.lost === 0)
      return sendingsOfFlows(db, estate, [{ from: flow.fromId, to: flow.toId }])(flow.fromId, flow.toId);
    ofLossy ??= sendingsOfFlows(db, estate, lossy);
    return ofLossy(flow.fromId, flow.toId);
  });
  const lists = new Map<OutcomeName, readonly OutcomeList[]>();
  const madeOn = openCase.createdAt.slice(0, 10);
  return {
    db,
    estate,
    traffic: pairs,
    writers,
    flows,
    coverage: coverageRows(db),
    asOf: lastDay(openCase) ?? madeOn,
    madeOn,
    sendings,
    why: remembered((flow: ReckonedFlow) => why(db, flowName(flow.from, flow.to), sendings(flow))),
    events: (flow, which) => {
      const known = lists.get(which) ?? reckoned.lists(outcomeNumber(which));
      lists.set(which, known);
      return known.find(({ from, to }) => from === flow.fromId && to === flow.toId)?.events ?? [];
    },
    isAcknowledged: (event) => (reckoned.outcomeOf(event) & acknowledgedBit) !== 0,
  };
}

const outcomeNumber = (which: OutcomeName): number =>
  which === 'extra' || which === 'stuck' || which === 'receivedAgain'
    ? outcome[which]
    : dispositionNumber(which);

function remembered<T>(work: (flow: ReckonedFlow) => T): (flow: ReckonedFlow) => T {
  const known = new Map<ReckonedFlow, T>();
  return (flow) => {
    const found = known.get(flow);
    if (found !== undefined) return found;
    const made = work(flow);
    known.set(flow, made);
    return made;
  };
}

/** The day of the last plausible log line: a clock that jumped to 2150 does not make everything past. */
function lastDay({ db }: OpenCase): string | null {
  const row = db.get<{ day: number | null }>(
    'SELECT max(day) AS day FROM event_day WHERE day BETWEEN 0 AND 47481',
  );
  return row?.day == null ? null : new Date(row.day * 86_400_000).toISOString().slice(0, 10);
}
