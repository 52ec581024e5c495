import { codeFor, flowOf, role, roleOf } from './event-codes';
import { applyNotes } from './match-notes';
import { byTime, type MatchState, mark, recordOf, skewTolerance } from './match-state';

/**
 * An id that one flow uses oftener than this for one record, or for none, and that mostly arrives each time,
 * does not identify a message. One that is sent as often and hardly arrives is a message sent again and again.
 */
const overused = 100;

/** An id with more records than this over one flow is used again and again: every day from 1, say. */
const severalRecords = 4;

/**
 * Ties receipts to sends by message id, one id at a time. Ids repeat: a match also needs sender, receiver
 * and time to agree, and where several records travel under one id, the record.
 */
export function matchMessages(state: MatchState): (ids: Uint32Array, count: number) => void {
  const { columns, marks } = state;
  const { code, time } = columns;
  const order = byTime(time);
  const lines: number[] = [];
  const notes: number[] = [];
  const filed: number[] = [];
  const sends: number[] = [];
  const receipts: number[] = [];

  return (ids, count) => {
    // The commonest case by far: sent once, received once, nothing else.
    if (count === 2 && matchPlainPair(ids[0] as number, ids[1] as number)) return;
    lines.length = 0;
    notes.length = 0;
    filed.length = 0;
    for (let i = 0; i < count; i += 1) {
      const id = ids[i] as number;
      const c = code[id] as number;
      if (c === 0) continue;
      marks[id] = (marks[id] as number) | mark.hasMessage;
      const what = c & 7;
      if (what <= role.received) lines.push(id);
      else if (what === role.filed) filed.push(id);
      else notes.push(id);
    }
    if (lines.length === 0 && notes.length === 0) return;
    nameEnds(state, lines);
    sortLines(lines, (a, b) => flowOf(code[a] as number) - flowOf(code[b] as number) || order(a, b));
    for (let from = 0; from < lines.length; ) {
      const flow = flowOf(code[lines[from] as number] as number);
      sends.length = 0;
      receipts.length = 0;
      let to = from;
      for (; to < lines.length && flowOf(code[lines[to] as number] as number) === flow; to += 1) {
        const id = lines[to] as number;
        if (roleOf(code[id] as number) === role.sent) sends.push(id);
        else receipts.push(id);
      }
      if (sends.length > 0) matchFlow(state, flow, sends, receipts);
      from = to;
    }
    for (const id of filed) matchFiled(state, id, lines);
    if (lines.length <= 8) noteStrays(state, lines);
    if (notes.length > 0) applyNotes(state, lines, sortLines(notes, order));
  };

  /** True for a send and its receipt, and then they are tied. */
  function matchPlainPair(a: number, b: number): boolean {
    const first = code[a] as number;
    const [send, receipt] = (first & 7) === role.sent ? [a, b] : [b, a];
    const c = code[send] as number;
    if ((c & 7) !== role.sent || (code[receipt] as number) !== c + 1) return false;
    const wait = (time[receipt] as number) - (time[send] as number);
    if (wait > state.windowsOf(flowOf(c)).latest || wait < -skewTolerance) return false;
    pair(state, send, receipt);
    return true;
  }
}

function pair(state: MatchState, send: number, receipt: number): void {
  const { columns, marks, partner, aliases } = state;
  partner[send] = receipt;
  partner[receipt] = send;
  const a = columns.record[send] as number;
  const b = columns.record[receipt] as number;
  if (a !== b && a !== 0 && b !== 0 && aliases.representative(a) !== aliases.representative(b)) {
    marks[send] = (marks[send] as number) | mark.weak;
  }
}

function sortLines(ids: number[], order: (a: number, b: number) => number): number[] {
  if (ids.length > 16) return ids.sort(order);
  for (let i = 1; i < ids.length; i += 1) {
    const id = ids[i] as number;
    let at = i - 1;
    while (at >= 0 && order(ids[at] as number, id) > 0) {
      ids[at + 1] = ids[at] as number;
      at -= 1;
    }
    ids[at + 1] = id;
  }
  return ids;
}

/**
 * A line that names no peer is taken to speak of the only other end that the message's other lines name: of
 * those of its own record, where there are any.
 */
function nameEnds(state: MatchState, lines: readonly number[]): void {
  const { code } = state.columns;
  const { flows } = state;
  for (const id of lines) {
    const flow = flows.at(flowOf(code[id] as number));
    const isSend = roleOf(code[id] as number) === role.sent;
    if (isSend ? flow.to !== 0 : flow.from !== 0) continue;
    let found = 0;
    let isPlain = true;
    const record = recordOf(state, id);
    let isOfRecord = false;
    for (const other of lines) {
      const its = flows.at(flowOf(code[other] as number));
      if (roleOf(code[other] as number) === roleOf(code[id] as number)) continue;
      const fits = isSend
        ? its.from === flow.from || (its.from === 0 && its.to !== flow.from)
        : its.to === flow.to || (its.to === 0 && its.from !== flow.to);
      if (!fits) continue;
      const end = isSend ? its.to : its.from;
      if (end === 0) continue;
      const agrees = record !== 0 && recordOf(state, other) === record;
      if (isOfRecord && !agrees) continue;
      if (agrees && !isOfRecord) {
        isOfRecord = true;
        found = 0;
        isPlain = true;
      }
      if (found !== 0 && found !== end) isPlain = false;
      found = end;
    }
    if (found === 0 || !isPlain) continue;
    const index = isSend ? flows.indexOf(flow.from, found) : flows.indexOf(found, flow.to);
    code[id] = codeFor(index, roleOf(code[id] as number));
  }
}

/** Both lists in order of time. */
function matchFlow(state: MatchState, flow: number, sends: number[], receipts: number[]): void {
  const records = distinctRecords(state, sends);
  const [only = 0] = records;
  if (records.size === 1 && (only === 0 || receipts.every((id) => isOf(recordOf(state, id), only)))) {
    const { repeat, repeatOfRecord } = state.windowsOf(flow);
    matchEpisodes(state, flow, sends, receipts, only === 0 ? repeat : repeatOfRecord);
    return;
  }
  // Several records under one id: an engine passes on two senders who number alike, or ids are used again.
  let rest: number[] = [];
  const byRecord = new Map<number, { sends: number[]; receipts: number[] }>();
  for (const record of records) byRecord.set(record, { sends: [], receipts: [] });
  for (const id of sends) byRecord.get(recordOf(state, id))?.sends.push(id);
  for (const id of receipts) {
    const record = recordOf(state, id);
    const own = record === 0 ? undefined : byRecord.get(record);
    if (own) own.receipts.push(id);
    else rest.push(id);
  }
  const { repeat, repeatOfRecord, repeatOfUsedId } = state.windowsOf(flow);
  const isUsedAgain = records.size > severalRecords;
  for (const [record, own] of byRecord) {
    const within = isUsedAgain ? repeatOfUsedId : record === 0 ? repeat : repeatOfRecord;
    matchEpisodes(state, flow, own.sends, own.receipts, within);
  }
  // Where an id goes round and the two ends name the same records, one of another record is another message.
  const isOfRecords = isUsedAgain && receipts.length > rest.length;
  if (isOfRecords) rest = rest.filter((id) => recordOf(state, id) === 0);
  if (rest.length === 0) return;
  // What the receiver knows by no record, or by another number, goes to whatever is still open.
  const isHead = (id: number): boolean => ((state.marks[id] as number) & mark.duplicate) === 0;
  matchInOrder(
    state,
    flow,
    sends.filter((id) => isHead(id) && state.partner[id] === 0),
    rest,
  );
  noteRepeats(
    state,
    flow,
    sends.filter(isHead),
    rest.filter((id) => state.partner[id] === 0),
  );
}

const isOf = (record: number, only: number): boolean => record === 0 || record === only;

/** Receipts left over soon after a send that has its receipt: the same message once more, if it is the same. */
function noteRepeats(
  state: MatchState,
  flow: number,
  heads: readonly number[],
  left: readonly number[],
): void {
  const { time } = state.columns;
  const { latest } = state.windowsOf(flow);
  let at = -1;
  for (const id of left) {
    const received = time[id] as number;
    while (at + 1 < heads.length && !((time[heads[at + 1] as number] as number) > received)) at += 1;
    const head = heads[at];
    if (head === undefined || received - (time[head] as number) > latest) continue;
    state.partner[id] = head;
    const conflict = recordOf(state, id) !== 0 && recordOf(state, head) !== 0 ? mark.weak : 0;
    state.marks[id] = (state.marks[id] as number) | mark.again | conflict;
  }
}

function distinctRecords(state: MatchState, ids: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const id of ids) found.add(recordOf(state, id));
  return found;
}

/**
 * Sends of one message id and record fall into episodes: a send soon after another is the same message
 * sent again, one long after is another message under a used id. A receipt belongs to the last episode that
 * began before it; where the receiver's clock is behind, to the one that begins soon after.
 */
function matchEpisodes(
  state: MatchState,
  flow: number,
  sends: readonly number[],
  receipts: readonly number[],
  repeat: number,
): void {
  if (sends.length > overused && receipts.length * 2 > sends.length) {
    matchInOrder(state, flow, sends, receipts);
    return;
  }
  const { time } = state.columns;
  const { marks, partner } = state;
  const windows = state.windowsOf(flow);
  const heads: number[] = [];
  let previous = Number.NaN;
  for (const id of sends) {
    const at = time[id] as number;
    if (heads.length === 0 || at - previous > repeat) heads.push(id);
    else marks[id] = (marks[id] as number) | mark.duplicate;
    previous = at;
  }
  let current = -1;
  for (const id of receipts) {
    const at = time[id] as number;
    while (current + 1 < heads.length && !((time[heads[current + 1] as number] as number) > at)) current += 1;
    const head = heads[current];
    const next = heads[current + 1];
    const isInTime = head !== undefined && !(at - (time[head] as number) > windows.latest);
    const isNextNear = next !== undefined && (time[next] as number) - at <= skewTolerance;
    if (isInTime && head !== undefined && partner[head] === 0) pair(state, head, id);
    else if (isNextNear && next !== undefined && partner[next] === 0) pair(state, next, id);
    else if (isInTime && head !== undefined) {
      partner[id] = head;
      marks[id] = (marks[id] as number) | mark.again;
    }
  }
}

/** First sent, first received, each receipt for one send: for ids that do not identify. */
function matchInOrder(
  state: MatchState,
  flow: number,
  sends: readonly number[],
  receipts: readonly number[],
): void {
  const { time } = state.columns;
  const { latest } = state.windowsOf(flow);
  let at = 0;
  for (const receipt of receipts) {
    const received = time[receipt] as number;
    while (at < sends.length && received - (time[sends[at] as number] as number) > latest) at += 1;
    const send = sends[at];
    if (send === undefined) break;
    if ((time[send] as number) - received > skewTolerance) continue;
    pair(state, send, receipt);
    at += 1;
  }
}

/**
 * A message that never arrived where it was sent, and one of the same id that arrived elsewhere from the
 * same sender, or there from another: two names of one system look like that. Counted, never merged.
 */
function noteStrays(state: MatchState, lines: readonly number[]): void {
  const { code } = state.columns;
  for (const send of lines) {
    if (roleOf(code[send] as number) !== role.sent || state.partner[send] !== 0) continue;
    const sentOver = state.flows.at(flowOf(code[send] as number));
    for (const receipt of lines) {
      if (roleOf(code[receipt] as number) !== role.received || state.partner[receipt] !== 0) continue;
      const cameOver = state.flows.at(flowOf(code[receipt] as number));
      if (sentOver === cameOver || (sentOver.from !== cameOver.from && sentOver.to !== cameOver.to)) continue;
      const key = `${sentOver.index} ${cameOver.index}`;
      state.strays.set(key, (state.strays.get(key) ?? 0) + 1);
    }
  }
}

/** Filed is proof of presence too: it stands in where the receipt itself was not logged. */
function matchFiled(state: MatchState, filed: number, lines: readonly number[]): void {
  const { code, time } = state.columns;
  const flow = flowOf(code[filed] as number);
  const { from, to } = state.flows.at(flow);
  for (const id of lines) {
    const c = code[id] as number;
    if (roleOf(c) !== role.sent || state.partner[id] !== 0) continue;
    if ((state.marks[id] as number) & mark.duplicate) continue;
    const its = state.flows.at(flowOf(c));
    if (its.to !== to || (from !== 0 && its.from !== from)) continue;
    const wait = (time[filed] as number) - (time[id] as number);
    const { latest } = state.windowsOf(flowOf(c));
    if (wait > latest || wait < -skewTolerance) continue;
    pair(state, id, filed);
    return;
  }
}
