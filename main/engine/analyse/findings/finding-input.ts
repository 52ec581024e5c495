import type { EvidenceLine, WhyAnswer } from '../../../../shared/contract/analysis-methods';
import type { CoverageRow, ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Finding } from '../../../../shared/model/finding';
import type { SystemId } from '../../../../shared/model/ids';
import type { Disposition } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import type { Traffic } from '../lineage/traffic';
import type { FlowSendings } from '../reconcile/flow-sendings';

/** A flow's reckoning with the systems' ids beside their names. */
export interface ReckonedFlow extends ReconcileRow {
  readonly fromId: SystemId;
  readonly toId: SystemId;
}

/** Everything that rules look at, each part worked out once. */
export interface FindingInput {
  readonly db: Database;
  readonly estate: Estate;
  readonly traffic: readonly Traffic[];
  /** Systems that wrote any log. */
  readonly writers: ReadonlySet<SystemId>;
  readonly flows: readonly ReckonedFlow[];
  readonly coverage: readonly CoverageRow[];
  /** ISO date of the last log line (without logs, of the case's making): what "past" and "soon" refer to. */
  readonly asOf: string;
  /** ISO date on which the case was made. */
  readonly madeOn: string;
  sendings(flow: ReckonedFlow): FlowSendings;
  why(flow: ReckonedFlow): WhyAnswer;
  /** Events of a flow with one outcome, in order of time. */
  events(flow: ReckonedFlow, which: OutcomeName): ArrayLike<number>;
  /** True for a send that an acknowledgement speaks of. */
  isAcknowledged(event: number): boolean;
}

export type OutcomeName =
  | Exclude<Disposition, 'delivered' | 'filtered' | 'pending'>
  | 'extra'
  | 'stuck'
  | 'receivedAgain';

/** One question asked of every case. Its codes never change their meaning: scripts and reports cite them. */
export interface Rule {
  readonly codes: readonly string[];
  find(input: FindingInput): Iterable<Finding>;
}

export type Evidence = readonly EvidenceLine[];
