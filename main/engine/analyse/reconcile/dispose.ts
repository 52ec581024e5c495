import { type Disposition, dispositions } from '../../../../shared/model/vocabulary';
import type { LogCoverage, LogView } from '../coverage/coverage';
import { flowOf, role, roleOf } from '../match/event-codes';
import type { FlowDelays } from '../match/flow-delays';
import type { IndexedFlow } from '../match/flow-index';
import { type MatchState, mark } from '../match/match-state';
import type { FilterRules } from './filter-rules';

/**
 * What became of an event, as one byte: for a send its disposition, 1 to 8 in the order of the vocabulary;
 * for other lines one of these. `acknowledgedBit` is added to a send that an acknowledgement speaks of.
 */
export const outcome = {
  receipt: 9,
  extra: 10,
  receivedAgain: 11,
  /** A receipt without a send where the sender's log does not cover the time: nobody can say. */
  unexplained: 12,
  stuck: 13,
} as const;
export const acknowledgedBit = 0x80;

const numberOf = Object.fromEntries(dispositions.map((word, index) => [word, index + 1])) as Readonly<
  Record<Disposition, number>
>;
export const dispositionNumber = (word: Disposition): number => numberOf[word];
export const dispositionWord = (number: number): Disposition | null =>
  dispositions[(number & 0x7f) - 1] ?? null;

/** What the dispositions of one flow rest on. */
export interface FlowGround {
  readonly flow: IndexedFlow;
  readonly delays: FlowDelays;
  /** What the sender's log can say of sendings, and the receiver's of receipts. */
  readonly sender: LogView | undefined;
  readonly receiver: LogView | undefined;
  /** True where the receiver's log ends, unlike itself, while the sender's goes on. */
  readonly isCutOff: boolean;
}

export function groundOf(
  flow: IndexedFlow,
  delays: FlowDelays,
  coverage: ReadonlyMap<number, LogCoverage>,
): FlowGround {
  const sender = coverage.get(flow.from)?.sendings;
  const receiver = coverage.get(flow.to)?.receipts;
  const senderEnd = mainEnd(sender);
  const end = receiver?.last ?? null;
  const usual = Math.min(0, delays.median ?? 0);
  const isCutOff =
    receiver?.rhythm != null &&
    end !== null &&
    senderEnd !== null &&
    senderEnd + usual > end &&
    receiver.rhythm.isUnusual(end, senderEnd + usual);
  return { flow, delays, sender, receiver, isCutOff };
}

/** The end of a log without a last stray line far from all others (a clock that jumped). */
function mainEnd(log: LogView | undefined): number | null {
  if (!log || log.last === null) return null;
  const { spans } = log.spans;
  const last = spans.at(-1);
  const isStray = last !== undefined && last[0] === last[1] && spans.length > 1;
  return isStray ? (spans.at(-2)?.[1] ?? log.last) : log.last;
}

/** Gives every send its disposition and every receipt and queued line its outcome. */
export function dispose(state: MatchState, grounds: readonly FlowGround[], rules: FilterRules): Uint8Array {
  const { columns, marks, partner } = state;
  const { code, time, maxId } = columns;
  const outcomes = new Uint8Array(maxId + 1);
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (c === 0) continue;
    const ground = grounds[flowOf(c)] as FlowGround;
    const its = marks[id] as number;
    switch (roleOf(c)) {
      case role.sent: {
        const word = dispositionOf(state, id, its, ground, rules);
        outcomes[id] = numberOf[word] | (its & mark.acknowledged ? acknowledgedBit : 0);
        break;
      }
      case role.received:
        outcomes[id] =
          partner[id] === 0
            ? explain(time[id] as number, ground)
            : its & mark.again
              ? outcome.receivedAgain
              : outcome.receipt;
        break;
      case role.queued:
        if ((its & mark.again) === 0) outcomes[id] = outcome.stuck;
        break;
    }
  }
  return outcomes;
}

function dispositionOf(
  state: MatchState,
  id: number,
  marks: number,
  ground: FlowGround,
  rules: FilterRules,
): Disposition {
  if (marks & mark.duplicate) return 'duplicate';
  const { time } = state.columns;
  const sentAt = time[id] as number;
  const receipt = state.partner[id] as number;
  if (receipt !== 0 && (marks & mark.overrules) === 0) {
    const { maximumFrom, maximum } = ground.delays;
    return maximumFrom === 'declared' && (time[receipt] as number) - sentAt > maximum ? 'late' : 'delivered';
  }
  if (marks & mark.rejected) return 'rejected';
  if (marks & mark.filtered) return 'filtered';
  // One line there stands for many here: that one of them has no receipt of its own says nothing.
  if (ground.flow.terms.expectation === 'aggregated') return 'unobservable';
  if (rules.explains(id)) return 'filtered';
  return judgeAbsence(sentAt, ground);
}

/**
 * What the absence of a receipt means. The receiver's log ends at its last line; a receipt usually comes in the
 * time in which 99 in 100 of the flow's receipts do, from the send on. In this order:
 * - the log was cut off (it ends, unlike itself, while the sender's goes on) and the message was sent after
 *   that end, or after the time until which the log may have gone on (`probableEnd`): unobservable;
 * - a gap takes part of the usual time, as far as it lies before the end: unobservable. A receipt may have been
 *   written there, so at a gap's edge nothing is lost for want of a line that may stand in the missing part,
 *   and nothing is "not received yet" either;
 * - the log ends before the maximum delay has passed: pending;
 * - else lost.
 */
export function judgeAbsence(sentAt: number, ground: FlowGround): 'unobservable' | 'pending' | 'lost' {
  const { delays, receiver, isCutOff } = ground;
  if (!receiver || receiver.spans.isEmpty || Number.isNaN(sentAt)) return 'unobservable';
  const end = logEnd(receiver);
  const usual = Math.min(0, delays.median ?? 0);
  if (isCutOff && sentAt + usual > Math.max(end, receiver.mayGoOnUntil ?? end)) return 'unobservable';
  const from = sentAt + (delays.slowest < 0 ? delays.soonest : Math.min(0, delays.soonest));
  const to = Math.min(end, sentAt + Math.max(delays.slowest, 0));
  if (from <= to && !receiver.spans.covers(from, to)) return 'unobservable';
  return sentAt + delays.maximum > end ? 'pending' : 'lost';
}

/** The last moment that a log can speak of: its last line, or what a person added. */
export function logEnd(log: LogView): number {
  return Math.max(
    log.last ?? Number.NEGATIVE_INFINITY,
    log.spans.spans.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY,
  );
}

/** A receipt is extra only where the sender's log covers the whole time in which it would have been sent. */
function explain(receivedAt: number, { delays, sender, flow }: FlowGround): number {
  if (flow.terms.expectation === 'aggregated' || flow.from === 0) return outcome.unexplained;
  if (!sender || Number.isNaN(receivedAt)) return outcome.unexplained;
  const from = receivedAt - Math.max(0, delays.slowest);
  return sender.spans.covers(from, receivedAt - Math.min(0, delays.soonest))
    ? outcome.extra
    : outcome.unexplained;
}
