import { flowOf, role, roleOf } from './event-codes';
import { type MatchState, mark, recordOf, skewTolerance } from './match-state';

/** A line about a message may stand a little before the send that it speaks of: same second, other order. */
const slack = 60_000_000;

/** A refusal that names only the record is of the receipt just before it, not of one days ago. */
const soon = 3_600_000_000;
const mostLines = 64;

/**
 * Ties acknowledgements, refusals, filters and queues to the sends of the same message or record.
 * `lines` are its sends and receipts in order of flow and time, `notes` the rest in order of time. By
 * record alone, a note is of a send without a receipt before it is of one that has arrived.
 */
export function applyNotes(
  state: MatchState,
  lines: readonly number[],
  notes: readonly number[],
  by: 'message' | 'record' = 'message',
): void {
  const { code } = state.columns;
  const starts = new Map<number, [from: number, to: number]>();
  lines.forEach((id, index) => {
    const flow = flowOf(code[id] as number);
    const range = starts.get(flow);
    if (range) range[1] = index + 1;
    else starts.set(flow, [index, index + 1]);
  });
  const queued = new Map<string, number>();
  for (const note of notes) {
    const flow = flowOf(code[note] as number);
    const { from, to } = state.flows.at(flow);
    if (roleOf(code[note] as number) === role.queued) {
      applyQueued(state, note, from, to, lines, starts, queued);
      continue;
    }
    // Written by the sender of its peer's refusal, or by the receiver of its own.
    const find = (accepts: (send: number) => boolean): number =>
      findSend(state, note, from, to, lines, starts, accepts) ||
      findSend(state, note, to, from, lines, starts, accepts);
    const send =
      by === 'message'
        ? find(() => true) || findNextSend(state, note, from, to, lines)
        : find((id) => state.partner[id] === 0) || find((id) => isJustReceived(state, id, note));
    if (send !== 0) applyTo(state, note, send, from);
  }
  carryToHeads(state, lines);
}

function isJustReceived(state: MatchState, send: number, note: number): boolean {
  const { time } = state.columns;
  const since = (time[note] as number) - (time[state.partner[send] as number] as number);
  return since >= 0 && since <= soon;
}

function applyTo(state: MatchState, note: number, send: number, writer: number): void {
  const { code, time } = state.columns;
  const what = roleOf(code[note] as number);
  const found =
    what === role.rejected ? mark.rejected : what === role.filtered ? mark.filtered : mark.acknowledged;
  state.marks[send] = (state.marks[send] as number) | found;
  if (found === mark.acknowledged || writer !== state.flows.at(flowOf(code[send] as number)).to) return;
  // The receiver took it in and then refused it: the refusal is its last word.
  const receipt = state.partner[send] as number;
  if (receipt !== 0 && !((time[receipt] as number) > (time[note] as number))) {
    state.marks[send] = (state.marks[send] as number) | mark.overrules;
  }
}

/** The last send from one system to another at or before the note; 0 for none. Ends that are not named fit all. */
function findSend(
  state: MatchState,
  note: number,
  from: number,
  to: number,
  lines: readonly number[],
  starts: ReadonlyMap<number, readonly [number, number]>,
  accepts: (send: number) => boolean,
): number {
  const { code, time } = state.columns;
  const at = time[note] as number;
  for (const [flow, [first, end]] of starts) {
    const ends = state.flows.at(flow);
    if ((from !== 0 && ends.from !== from) || (to !== 0 && ends.to !== to)) continue;
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((time[lines[middle] as number] as number) > at + slack) high = middle;
      else low = middle + 1;
    }
    for (let i = low - 1; i >= first; i -= 1) {
      const id = lines[i] as number;
      if (at - (time[id] as number) > state.windowsOf(flow).latest) break;
      if (roleOf(code[id] as number) === role.sent && accepts(id)) return id;
    }
  }
  return 0;
}

/**
 * Where the clock of the note's writer is behind, the note stands before the send it speaks of: the first one
 * of its message soon after, unless their records differ. 0 for none.
 */
function findNextSend(
  state: MatchState,
  note: number,
  from: number,
  to: number,
  lines: readonly number[],
): number {
  // An id with very many lines names no one message, and would be searched through for every note.
  if (lines.length > mostLines) return 0;
  const { code, time } = state.columns;
  const record = recordOf(state, note);
  let best = 0;
  for (const id of lines) {
    if (roleOf(code[id] as number) !== role.sent) continue;
    const ends = state.flows.at(flowOf(code[id] as number));
    const isOf = (a: number, b: number): boolean =>
      (a === 0 || ends.from === a) && (b === 0 || ends.to === b);
    if (!isOf(from, to) && !isOf(to, from)) continue;
    const its = recordOf(state, id);
    const ahead = (time[id] as number) - (time[note] as number);
    if (ahead < 0 || ahead > skewTolerance || (record !== 0 && its !== 0 && record !== its)) continue;
    if (best === 0 || (time[id] as number) < (time[best] as number)) best = id;
  }
  return best;
}

/**
 * A queued message that was sent on or received is no longer in the queue; one queued twice is queued once.
 * Ids that are used again name another message: far off in time, or of another record.
 */
function applyQueued(
  state: MatchState,
  note: number,
  from: number,
  to: number,
  lines: readonly number[],
  starts: ReadonlyMap<number, readonly [number, number]>,
  queued: Map<string, number>,
): void {
  const { time } = state.columns;
  const flow = flowOf(state.columns.code[note] as number);
  const record = recordOf(state, note);
  const at = time[note] as number;
  const { latest, repeatOfRecord } = state.windowsOf(flow);
  const key = `${flow} ${record}`;
  const before = queued.get(key);
  let isGone = before !== undefined && !(at - before > repeatOfRecord);
  queued.set(key, at);
  for (const [its, [first, end]] of starts) {
    const ends = state.flows.at(its);
    if (isGone || ends.from !== from || (to !== 0 && ends.to !== to)) continue;
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((time[lines[middle] as number] as number) < at - slack) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < end && !isGone; i += 1) {
      const line = lines[i] as number;
      if ((time[line] as number) - at > latest) break;
      const its = recordOf(state, line);
      isGone = record === 0 || its === 0 || its === record;
    }
  }
  if (isGone) state.marks[note] = (state.marks[note] as number) | mark.again;
}

/** What was said of a repeat is said of the message: the first send of an episode answers for it. */
function carryToHeads(state: MatchState, lines: readonly number[]): void {
  const { code } = state.columns;
  const said = mark.rejected | mark.filtered | mark.acknowledged | mark.overrules;
  let head = 0;
  for (const id of lines) {
    const c = code[id] as number;
    if (roleOf(c) !== role.sent) continue;
    const marks = state.marks[id] as number;
    const isRepeat = (marks & mark.duplicate) !== 0;
    if (!isRepeat || head === 0 || flowOf(code[head] as number) !== flowOf(c)) head = id;
    else state.marks[head] = (state.marks[head] as number) | (marks & said);
  }
}
