import type {
  EvidenceLine,
  ImpactAnswer,
  ListedFinding,
  TimelineEntry,
  WhyAnswer,
} from '../../../../shared/contract/analysis-methods';
import type { CaseInfo, SourceRow } from '../../../../shared/contract/case-methods';
import type { OwnerRow, SystemRow } from '../../../../shared/contract/estate-methods';
import type { CoverageRow, ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import { coverageRows } from '../../analyse/coverage/coverage';
import { listFindings } from '../../analyse/findings/list-findings';
import { flowName } from '../../analyse/flow-title';
import { impactOf } from '../../analyse/impact/impact';
import { why } from '../../analyse/losses/why';
import { ownerRows, systemRows } from '../../analyse/ownership/ownership';
import { reconcile } from '../../analyse/reconcile/reconcile';
import { sendingsOfFlow } from '../../analyse/reconcile/sendings-of-flow';
import { timelineOf } from '../../analyse/timeline/timeline';
import type { EngineContext } from '../../context';
import { caseInfo } from '../../methods/case-handlers';
import { listSources } from '../../store/sources/sources';
import { type FlowLog, readFlowLog } from './flow-log';

/** Everything that reports are made from, each part worked out once, when it is first asked for. */
export interface ReportFacts {
  readonly info: CaseInfo;
  /** ISO date and time of the case log's last entry. */
  readonly asOf: string;
  readonly estate: Estate;
  readonly sources: () => readonly SourceRow[];
  readonly systems: () => readonly SystemRow[];
  readonly owners: () => readonly OwnerRow[];
  /** Flows with at least one message in a log, or declared. */
  readonly flows: () => readonly ReconcileRow[];
  readonly coverage: () => readonly CoverageRow[];
  readonly findings: () => readonly ListedFinding[];
  readonly timeline: () => readonly TimelineEntry[];
  /** Why a flow loses messages; by "A > B". */
  readonly why: (flow: string) => WhyAnswer;
  readonly impact: (name: string) => ImpactAnswer;
  /** In which files the lines of a flow stand. */
  readonly logOf: (flow: Pick<ReconcileRow, 'from' | 'to'>) => FlowLog;
  /** The lines that a finding of the code about the subject cites. */
  readonly evidence: (code: string, subject: string) => readonly EvidenceLine[];
}

export function reportFacts(context: EngineContext): ReportFacts {
  const { openCase } = context;
  const { db } = openCase;
  const estate = context.estate();
  const info = caseInfo(context);
  const findings = once(() => listFindings(openCase, estate));
  const asOf =
    db.get<{ at: string }>('SELECT at FROM case_log ORDER BY id DESC LIMIT 1')?.at ?? info.createdAt;
  return {
    info,
    asOf,
    estate,
    sources: once(() => listSources(db)),
    systems: once(() => systemRows(estate)),
    owners: once(() => ownerRows(estate)),
    flows: once(() => reconcile(db, estate)),
    coverage: once(() => coverageRows(db)),
    findings,
    timeline: once(() => timelineOf(db, estate)),
    why: onceEach(
      (flow: string) => why(db, flow, sendingsOfFlow(db, estate, flow)),
      (flow) => flow,
    ),
    impact: onceEach(
      (name: string) => impactOf(db, estate, name, true),
      (name) => name,
    ),
    logOf: onceEach(
      (flow: Pick<ReconcileRow, 'from' | 'to'>) => readFlowLog(db, flow.from, flow.to),
      ({ from, to }) => flowName(from, to),
    ),
    evidence: (code, subject) =>
      findings().find((one) => one.code === code && one.subject === subject)?.evidence ?? [],
  };
}

function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}

function onceEach<A, T>(work: (argument: A) => T, keyOf: (argument: A) => string): (argument: A) => T {
  const known = new Map<string, () => T>();
  return (argument) => {
    const key = keyOf(argument);
    const found = known.get(key) ?? once(() => work(argument));
    known.set(key, found);
    return found();
  };
}
