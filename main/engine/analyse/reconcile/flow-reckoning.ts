import type { ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../../shared/model/vocabulary';
import { isoTime } from '../moments';
import type { FlowCounts } from './count-outcomes';
import { type FlowGround, logEnd, outcome } from './dispose';
import type { FilterRules } from './filter-rules';

/** What is known of one flow: its row, and what its dispositions rest on. Times are microseconds UTC. */
export interface FlowReckoning {
  readonly fromId: number;
  readonly toId: number;
  readonly row: ReconcileRow;
  readonly maximumBecause: string;
  /** First and last line of the receiver's log; null without one. */
  readonly receiverFirst: number | null;
  readonly receiverEnd: number | null;
  readonly hasSenderLog: boolean;
  readonly filterRules: readonly string[];
}

/** One flow's row, and what its dispositions rest on, in words. */
export function reckoningOf(
  ground: FlowGround,
  counts: FlowCounts,
  matchedById: number,
  names: ReadonlyMap<number, string>,
  notes: (from: number, to: number) => readonly string[],
  rules: FilterRules,
  evidence: Evidence,
): FlowReckoning {
  const { flow, delays, receiver, sender } = ground;
  const byWord = Object.fromEntries(
    dispositions.map((word, index) => [word, counts.by[index + 1] ?? 0]),
  ) as Record<(typeof dispositions)[number], number>;
  const filterRules = rules.words.get(flow.index) ?? [];
  const end = receiver && Number.isFinite(logEnd(receiver)) ? logEnd(receiver) : null;
  const row: ReconcileRow = {
    from: names.get(flow.from) ?? '',
    to: names.get(flow.to) ?? '',
    sent: counts.sent,
    received: counts.received,
    ...byWord,
    extra: counts.by[outcome.extra] ?? 0,
    stuck: counts.by[outcome.stuck] ?? 0,
    receivedAgain: counts.by[outcome.receivedAgain] ?? 0,
    acknowledgedLost: counts.acknowledgedLost,
    isDeclared: flow.terms.isDeclared,
    status: flow.terms.status,
    expectation: flow.terms.expectation,
    matchedBy:
      counts.matched === 0
        ? 'nothing'
        : matchedById === 0
          ? 'record'
          : matchedById < counts.matched
            ? 'message and record'
            : 'message',
    maximumDelaySeconds: delays.maximum / 1e6,
    maximumDelayFrom: delays.maximumFrom,
    usualDelaySeconds: delays.median === null ? null : delays.median / 1e6,
    cutOff: end === null ? null : isoTime(end - delays.maximum),
    suspectedSkewSeconds: delays.suspectedSkew === null ? null : delays.suspectedSkew / 1e6,
    notes: [
      ...flow.terms.notes,
      ...groundNotes(ground, counts, evidence),
      ...filterNotes(ground, byWord.lost, filterRules),
      ...notes(flow.from, flow.to),
    ],
  };
  return {
    fromId: flow.from,
    toId: flow.to,
    row,
    maximumBecause: delays.because,
    receiverFirst: receiver?.first ?? null,
    receiverEnd: end,
    hasSenderLog: sender !== undefined,
    filterRules,
  };
}

/** What the whole case says of how far a flow's lines can be trusted. */
export interface Evidence {
  /** Lines that name no other end and were taken to be of this flow. */
  readonly unnamed: number;
  /** The same, tied by record to a send or receipt of this flow. */
  readonly unnamedByRecord: number;
  /** Where its messages turned up instead. */
  readonly strays: readonly string[];
  /** True where the receiver's log shows any receipt from anybody. */
  readonly logsReceipts: boolean;
}

function groundNotes(ground: FlowGround, counts: FlowCounts, evidence: Evidence): readonly string[] {
  const { flow, delays, receiver, sender, isCutOff } = ground;
  const notes: string[] = [];
  if (counts.sent + counts.received === 0) return notes;
  if (!receiver) notes.push('The receiver has no log here: what arrived cannot be seen.');
  if (!sender) notes.push('The sender has no log here: what was sent cannot be seen, and nothing is extra.');
  notes.push(...directionNotes(ground, counts, evidence));
  if (evidence.unnamed > 0) {
    notes.push(
      `${evidence.unnamed} lines name no other end; they were taken to be of this flow, the only one that fits.`,
    );
  }
  if (evidence.unnamedByRecord > 0) {
    notes.push(
      `${evidence.unnamedByRecord} lines name no other end; they were tied to this flow by their record and time.`,
    );
  }
  notes.push(...evidence.strays);
  if (isCutOff) notes.push('The log of the receiver ends while that of the sender goes on.');
  if (flow.terms.expectation === 'aggregated') {
    notes.push('Declared as aggregated: one receipt stands for many sends, so counts are not comparable.');
  }
  if (delays.suspectedSkew !== null) {
    const minutes = Math.round(Math.abs(delays.suspectedSkew) / 6e7);
    notes.push(
      delays.suspectedSkew < 0
        ? `Receipts stand about ${minutes} minutes before their sends: a clock is probably off. Nothing was corrected.`
        : `Nearly all receipts stand about ${minutes} minutes after their sends: a clock may be off. Nothing was corrected.`,
    );
  }
  return notes;
}

/** Of a flow that is declared to pass only some records: by which rule, as far as its logs show one. */
function filterNotes({ flow }: FlowGround, lost: number, rules: readonly string[]): readonly string[] {
  if (flow.terms.expectation !== 'filtered') return [];
  const notes: string[] = [];
  if (rules.length > 0) notes.push(`Declared as filtered; by its logs it never passes: ${rules.join('; ')}.`);
  if (lost > 0)
    notes.push(
      `Declared as filtered, and no rule that its logs show explains ${lost.toLocaleString('en-GB')} of the sends without a receipt; what no rule explains counts as lost.`,
    );
  return notes;
}

/** What the two logs say of their own direction of this flow. */
function directionNotes(
  { receiver, sender }: FlowGround,
  counts: FlowCounts,
  { logsReceipts }: Evidence,
): readonly string[] {
  const notes: string[] = [];
  if (receiver && counts.sent > 0 && !logsReceipts) {
    notes.push(
      receiver.leftOut === 0
        ? 'The log of the receiver shows no receipt from anybody: check that it records receipts at all.'
        : 'The log of the receiver shows only what it sent, no receipt from anybody and no heartbeat: whether anything arrived cannot be seen.',
    );
  } else if (receiver && counts.sent > 0 && receiver.leftOut > 0) {
    notes.push(
      `${receiver.leftOut} of the files of the receiver’s log show only what it sent; what arrived is judged by the others.`,
    );
  }
  if (sender && counts.received > 0 && sender.leftOut > 0) {
    notes.push(
      'A file of the sender’s log shows only what it received: nothing is called extra for want of a send there.',
    );
  }
  return notes;
}
