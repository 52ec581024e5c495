import type { Database } from '../../store/database';
import { eachRecord } from '../../store/events/postings/postings';
import { flowOf, role, roleOf } from './event-codes';
import { applyNotes } from './match-notes';
import { foldRepeats } from './match-repeats';
import { byTime, type MatchState, mark, skewToleranceByRecord } from './match-state';
import { matchUnnamed } from './match-unnamed';

/** How a flow's two ends can be tied together. */
export interface FlowKeys {
  /** True where the message ids of the two ends agree at all. */
  readonly idsAgree: readonly boolean[];
  /** True where anything is left that a record could match. */
  readonly isNeeded: boolean;
}

/**
 * Finds the flows whose ends number their messages each in its own way, or not at all: there the record has
 * to do. Elsewhere an unmatched id is an answer, and only lines without an id are matched by record.
 */
export function judgeKeys(state: MatchState): FlowKeys {
  const { code, record, maxId } = state.columns;
  const flows = state.flows.flows.length;
  const counts = Array.from({ length: 4 }, () => new Uint32Array(flows));
  const [sends, receipts, matched, open] = counts as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const add = (to: Uint32Array, flow: number): void => {
    to[flow] = (to[flow] as number) + 1;
  };
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    const what = roleOf(c);
    if (c === 0) continue;
    const flow = flowOf(c);
    const marks = state.marks[id] as number;
    if (what !== role.sent && what !== role.received) {
      if ((marks & mark.hasMessage) === 0 && record[id] !== 0) add(open, flow);
      continue;
    }
    const isMatched = state.partner[id] !== 0;
    if (isMatched || (marks & mark.hasMessage) !== 0) {
      add(what === role.sent ? sends : receipts, flow);
      if (isMatched && what === role.sent) add(matched, flow);
    } else if (record[id] !== 0) add(open, flow);
  }
  const idsAgree = Array.from({ length: flows }, (_, flow) => {
    const least = Math.min(sends[flow] as number, receipts[flow] as number);
    return least > 0 && (matched[flow] as number) >= least * 0.1;
  });
  const isNeeded = idsAgree.some(
    (agree, flow) =>
      (open[flow] as number) > 0 || (!agree && (sends[flow] as number) > 0 && (receipts[flow] as number) > 0),
  );
  return { idsAgree, isNeeded };
}

/** Ties what message ids left over by record, each receipt to one send, through aliases. */
export function matchRecords(db: Database, state: MatchState, keys: FlowKeys): void {
  const { columns, aliases } = state;
  const { record, time } = columns;
  const order = byTime(time);
  const bundles = new Map<number, number[]>();
  const group: number[] = [];
  eachRecord(db, (ids, count) => {
    group.length = 0;
    let hasNote = false;
    for (let i = 0; i < count; i += 1) {
      const id = ids[i] as number;
      if (!isOpen(state, keys, id)) continue;
      group.push(id);
      hasNote ||= roleOf(columns.code[id] as number) > role.received;
    }
    if (group.length === 0) return;
    // A refusal without a message id may be of a send with one.
    for (let i = 0; hasNote && i < count; i += 1) {
      const id = ids[i] as number;
      if (isWaiting(state, id) && !isOpen(state, keys, id)) group.push(id);
    }
    const own = record[group[0] as number] as number;
    const shared = aliases.isEmpty ? own : aliases.representative(own);
    if (aliases.isEmpty || !aliases.isShared(own)) {
      matchGroup(state, keys, group, order);
      return;
    }
    const bundle = bundles.get(shared);
    if (bundle) for (const id of group) bundle.push(id);
    else bundles.set(shared, [...group]);
  });
  for (const bundle of bundles.values()) matchGroup(state, keys, bundle, order);
}

/** True for a line that no message id has tied or can tie. */
export function isOpen(state: MatchState, keys: FlowKeys, id: number): boolean {
  const c = state.columns.code[id] as number;
  if (c === 0 || state.partner[id] !== 0) return false;
  const marks = state.marks[id] as number;
  if (marks & mark.duplicate) return false;
  return (marks & mark.hasMessage) === 0 || !(keys.idsAgree[flowOf(c)] ?? false);
}

/** True for a send that nothing has answered. */
const isWaiting = (state: MatchState, id: number): boolean =>
  roleOf(state.columns.code[id] as number) === role.sent &&
  state.partner[id] === 0 &&
  ((state.marks[id] as number) & mark.duplicate) === 0;

/** Ties the lines of one record that are still open, and what is said of them or of sends with a message id. */
export function matchGroup(
  state: MatchState,
  keys: FlowKeys,
  group: readonly number[],
  order: (a: number, b: number) => number,
): void {
  const { code } = state.columns;
  const lines: number[] = [];
  const notes: number[] = [];
  for (const id of group) {
    const what = roleOf(code[id] as number);
    if (what <= role.received) lines.push(id);
    else if (what !== role.filed) notes.push(id);
  }
  lines.sort((a, b) => flowOf(code[a] as number) - flowOf(code[b] as number) || order(a, b));
  for (let from = 0; from < lines.length; ) {
    const flow = flowOf(code[lines[from] as number] as number);
    let to = from + 1;
    while (to < lines.length && flowOf(code[lines[to] as number] as number) === flow) to += 1;
    matchInFlow(
      state,
      flow,
      lines.slice(from, to).filter((id) => isOpen(state, keys, id)),
    );
    from = to;
  }
  matchUnnamed(
    state,
    lines.filter((id) => isOpen(state, keys, id)),
  );
  if (notes.length > 0) applyNotes(state, lines, notes.sort(order), 'record');
}

/**
 * Within the maximum delay a receipt belongs to the last send before it (delays are short beside the time
 * between two messages of one record); then clocks that differ by an hour; then what was sent or logged
 * again; then receipts that are late.
 */
function matchInFlow(state: MatchState, flow: number, lines: readonly number[]): void {
  const { code, time } = state.columns;
  const { maximum, latestByRecord } = state.windowsOf(flow);
  const waiting: number[] = [];
  const sends: number[] = [];
  const receipts: number[] = [];
  for (const id of lines) {
    if (roleOf(code[id] as number) === role.sent) {
      waiting.push(id);
      sends.push(id);
      continue;
    }
    const last = waiting.at(-1);
    if (last !== undefined && !((time[id] as number) - (time[last] as number) > maximum)) {
      waiting.pop();
      tie(state, last, id);
    } else receipts.push(id);
  }
  pairOff(state, sends, receipts, -skewToleranceByRecord, 0);
  // Before the late ones: a receipt logged twice must not answer for a send that was lost.
  foldRepeats(
    state,
    sends,
    lines.filter((id) => roleOf(code[id] as number) !== role.sent),
  );
  pairOff(
    state,
    sends.filter((id) => ((state.marks[id] as number) & mark.duplicate) === 0),
    receipts,
    0,
    latestByRecord,
  );
}

/** First open send to first open receipt, where the wait lies between the two limits. */
function pairOff(
  state: MatchState,
  sends: readonly number[],
  receipts: readonly number[],
  shortest: number,
  longest: number,
): void {
  const { time } = state.columns;
  let at = 0;
  for (const receipt of receipts) {
    if (state.partner[receipt] !== 0) continue;
    const received = time[receipt] as number;
    while (
      at < sends.length &&
      (state.partner[sends[at] as number] !== 0 || received - (time[sends[at] as number] as number) > longest)
    )
      at += 1;
    const send = sends[at];
    if (send === undefined) return;
    if (received - (time[send] as number) >= shortest) tie(state, send, receipt);
  }
}

function tie(state: MatchState, send: number, receipt: number): void {
  state.partner[send] = receipt;
  state.partner[receipt] = send;
}
