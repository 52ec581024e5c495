import { z } from 'zod';
import type { Citation } from '../model/citation';
import type { EventKind, FlowExpectation, FlowStatus } from '../model/vocabulary';
import { dispositions } from '../model/vocabulary';
import type { EvidenceLine, PatternAnswer } from './analysis-methods';
import { method } from './method';

/** An interval of time, ISO 8601 UTC. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** In which intervals a system's log is known to have been written, and how that is known. */
export interface CoverageRow {
  readonly system: string;
  /** The files in which its lines stand. */
  readonly files: readonly string[];
  readonly lines: number;
  /** First and last line; null where no line has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rule: 'heartbeats' | 'regular' | 'rhythm' | 'few lines' | 'no times';
  /** The rule in words, with the silence that it notices. */
  readonly because: string;
  /** A silence shorter than this would not be noticed at a usual time of day; null where none would be. */
  readonly noticesSeconds: number | null;
  readonly confidence: 'high' | 'medium' | 'low' | 'none';
  readonly spans: readonly TimeSpan[];
  /** As they stand: without what a person says was covered. */
  readonly gaps: readonly CoverageGap[];
  /** Gaps in all of which a person says that the log was written: they count no more. */
  readonly closedGaps: readonly CoverageGap[];
  /** What else bears on it: a row cap, a torn last line, missing sequence numbers. */
  readonly notes: readonly string[];
  /** Those of the notes that are about files in which only sendings, or only receipts, are logged. */
  readonly oneWay: readonly string[];
  readonly corrections: readonly CoverageCorrection[];
}

export interface CoverageGap extends TimeSpan {
  /** Why this is taken for a gap, and how its edges were set. */
  readonly because: string;
}

/** A person's word on a log's coverage: an assertion with its reason. */
export interface CoverageCorrection extends TimeSpan {
  readonly id: number;
  readonly isCovered: boolean;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

/** One flow's reckoning. The eight dispositions add up to `sent`. */
export interface ReconcileRow {
  readonly from: string;
  readonly to: string;
  readonly sent: number;
  readonly received: number;
  readonly delivered: number;
  readonly late: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly filtered: number;
  readonly pending: number;
  readonly lost: number;
  readonly unobservable: number;
  /** Receipts at `to` that nothing at `from` explains, where the log of `from` covers that time. */
  readonly extra: number;
  /** Queued at `from` and never sent on. */
  readonly stuck: number;
  /** Further receipts of a message that was sent and had been received already. */
  readonly receivedAgain: number;
  /** Lost although an acknowledgement was logged: an acknowledgement is a claim. */
  readonly acknowledgedLost: number;
  readonly isDeclared: boolean;
  readonly status: FlowStatus | null;
  readonly expectation: FlowExpectation;
  readonly matchedBy: 'message' | 'record' | 'message and record' | 'nothing';
  readonly maximumDelaySeconds: number;
  readonly maximumDelayFrom: 'declared' | 'measured' | 'assumed';
  readonly usualDelaySeconds: number | null;
  /** What was sent after this moment and has not arrived is pending; null without a log at `to`. */
  readonly cutOff: string | null;
  /** Seconds by which the clock of `to` seems to differ from that of `from`; nothing was corrected. */
  readonly suspectedSkewSeconds: number | null;
  readonly notes: readonly string[];
}

/** One message, with its lines. */
export interface MessageRow {
  readonly from: string;
  readonly to: string;
  readonly message: string | null;
  readonly record: string | null;
  readonly sentAt: string | null;
  readonly file: string;
  readonly line: number;
  readonly sourceId: number;
  readonly why: string;
}

export interface LostRow extends MessageRow {
  /** True where an acknowledgement of it is logged all the same. */
  readonly isAcknowledged: boolean;
}

export interface MessageWindowRow extends MessageRow {
  readonly isAcknowledged: boolean;
}

export interface MessageWindowSort {
  readonly column: 'message' | 'record' | 'sentAt' | 'line';
  readonly direction: 'ascending' | 'descending';
}

/** A part of a list that may have millions of rows. */
export interface MessageWindow {
  readonly total: number;
  readonly rows: readonly MessageWindowRow[];
}

/** A flow's sends of one UTC day by disposition: the cells of the heat map. */
export interface ReconcileDay {
  readonly from: string;
  readonly to: string;
  /** ISO date, UTC; null for sends without a time. */
  readonly day: string | null;
  readonly counts: Readonly<Partial<Record<(typeof dispositions)[number], number>>>;
}

export interface TraceEvent {
  readonly time: string | null;
  readonly system: string | null;
  readonly event: string;
  readonly kind: EventKind;
  readonly peer: string | null;
  readonly message: string | null;
  readonly record: string;
  readonly sourceId: number;
  readonly file: string;
  readonly line: number;
}

export interface TraceHop {
  readonly from: string;
  readonly to: string;
  readonly message: string | null;
  readonly disposition: (typeof dispositions)[number] | 'queued' | 'extra';
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly why: string;
  /** The line of the sending and that of the receipt, as far as there are. */
  readonly evidence: readonly EvidenceLine[];
}

/** The last moment and system that prove a record present, or the first that prove it absent. */
export interface Proof {
  /** A message where only that is proved absent: the record is proved present in that system by other lines. */
  readonly of: 'record' | 'message';
  readonly system: string;
  readonly at: string | null;
  readonly because: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface Trace {
  readonly record: string;
  /** Other identifiers of the same record, by crosswalks. */
  readonly aliases: readonly string[];
  readonly events: readonly TraceEvent[];
  /** More events than are listed: `eventCount` has them all. */
  readonly eventCount: number;
  readonly hops: readonly TraceHop[];
  readonly lastProvedAt: Proof | null;
  readonly firstProvedAbsent: Proof | null;
}

/** What became of one record of a list, in short. */
export interface TracedRecord {
  /** As it was asked for. */
  readonly asked: string;
  /** As the case shows it; null where no line names it. */
  readonly record: string | null;
  readonly aliases: readonly string[];
  readonly events: number;
  /** Hops by what became of them. */
  readonly hops: Readonly<Partial<Record<TraceHop['disposition'], number>>>;
  readonly lastProvedAt: Proof | null;
  readonly firstProvedAbsent: Proof | null;
}

export interface ChangedField {
  readonly field: string;
  readonly count: number;
  readonly kind: 'truncated' | 'encoding' | 'date order' | 'case' | 'other';
  readonly examples: readonly { readonly record: string; readonly a: string; readonly b: string }[];
}

/** The line that proves that a system held a record. */
export interface HeldAt {
  readonly record: string;
  readonly file: string;
  readonly line: number;
}

export interface Holdings {
  readonly a: string;
  readonly b: string;
  readonly inA: number;
  readonly inB: number;
  readonly inBoth: number;
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly onlyACount: number;
  readonly onlyBCount: number;
  /** Where the first of each stand, in the same order. */
  readonly onlyAAt: readonly HeldAt[];
  readonly onlyBAt: readonly HeldAt[];
  /** Records that one system holds under two identifiers or two rows. */
  readonly duplicatedA: number;
  readonly duplicatedB: number;
  readonly changed: readonly ChangedField[];
  readonly citationsA: readonly Citation[];
  readonly citationsB: readonly Citation[];
  /** What the records only in `a` share, where it was asked for. */
  readonly patterns?: readonly PatternAnswer[];
  readonly notes: readonly string[];
}

const flowFilter = {
  /** "A > B". */
  flow: z.string().optional(),
};

const messageFilter = {
  flow: z.string(),
  disposition: z.enum([...dispositions, 'extra', 'stuck']),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Only those whose line has no time. */
  isTimeless: z.boolean().optional(),
  /** Only the lost that a pattern of the flow counts: its attribute values, as `losses.why` names them. */
  pattern: z.record(z.string(), z.string()).optional(),
  /** Words that all have to stand in a row. */
  filter: z.string().max(500).optional(),
  sort: z
    .strictObject({
      column: z.enum(['message', 'record', 'sentAt', 'line']),
      direction: z.enum(['ascending', 'descending']),
    })
    .optional(),
};

export const reconcileMethods = {
  'coverage.list': method('query', z.strictObject({})).returns<readonly CoverageRow[]>(),
  /** A person's word on a log: covered or not from `from` to `to` (ISO 8601), with the reason. */
  'coverage.correct': method(
    'query',
    z.strictObject({
      system: z.string().min(1),
      from: z.iso.datetime({ offset: true }),
      to: z.iso.datetime({ offset: true }),
      isCovered: z.boolean(),
      reason: z.string().min(1),
      author: z.string().min(1),
    }),
  ).returns<{ readonly id: number }>(),
  'coverage.retract': method(
    'query',
    z.strictObject({ id: z.int(), reason: z.string().min(1), author: z.string().min(1) }),
  ).returns<null>(),
  /** Matches every message of the case, once for each state of the case, and keeps the result in it. */
  'reconcile.run': method('job', z.strictObject({})).returns<null>(),
  /** True when the case as it stands has been reconciled: the queries below then answer at once. */
  'reconcile.isReady': method('query', z.strictObject({})).returns<boolean>(),
  'reconcile.flows': method(
    'query',
    z.strictObject({
      ...flowFilter,
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
    }),
  ).returns<readonly ReconcileRow[]>(),
  'reconcile.days': method('query', z.strictObject(flowFilter)).returns<readonly ReconcileDay[]>(),
  'reconcile.messages': method(
    'query',
    z.strictObject({
      flow: z.string(),
      disposition: z.enum([...dispositions, 'extra', 'stuck']),
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(10_000).optional(),
    }),
  ).returns<readonly MessageRow[]>(),
  /** The same in windows, filtered and sorted where the rows are: a table may have millions of them. */
  'reconcile.window': method(
    'query',
    z.strictObject({
      ...messageFilter,
      offset: z.int().min(0),
      limit: z.int().min(1).max(20_000),
    }),
  ).returns<MessageWindow>(),
  /** Writes them all as CSV. */
  'reconcile.saveMessages': method(
    'job',
    z.strictObject({ ...messageFilter, file: z.string().min(1) }),
  ).returns<{ readonly file: string; readonly rows: number }>(),
  'reconcile.lost': method(
    'query',
    z.strictObject({
      ...flowFilter,
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(1_000_000).optional(),
    }),
  ).returns<readonly LostRow[]>(),
  /** A record by its identifier, or by its shown pseudonym ("p-…"). */
  'records.trace': method(
    'query',
    z.strictObject({ record: z.string().min(1), limit: z.int().min(1).max(1_000_000).optional() }),
  ).returns<Trace>(),
  /** How many lines name a message of this id, and the records that it is about. */
  'records.ofMessage': method('query', z.strictObject({ message: z.string().min(1) })).returns<{
    readonly lines: number;
    readonly records: readonly string[];
  }>(),
  /** The trace in short of many records, in the order in which they are asked for; one that no line names is an answer too. */
  'records.list': method(
    'job',
    z.strictObject({ records: z.array(z.string().min(1)).min(1).max(100_000) }),
  ).returns<readonly TracedRecord[]>(),
  'records.holdings': method(
    'job',
    z.strictObject({
      a: z.string().min(1),
      b: z.string().min(1),
      dataset: z.string().optional(),
      /** Also what the records only in `a` share. */
      why: z.boolean().optional(),
      limit: z.int().min(1).max(10_000_000).optional(),
    }),
  ).returns<Holdings>(),
};
