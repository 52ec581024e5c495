import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../shared/model/estate';
import { dispositions } from '../../../shared/model/vocabulary';
import type { Database } from '../store/database';
import { eachMessage, readEventColumns } from '../store/event-columns';
import type { DayCount, OutcomeList, StoredReconciliation } from '../store/reconciliation-store';
import { AliasClasses } from './alias-classes';
import { readCoverage } from './coverage';
import { acknowledgedBit, dispose, type FlowGround, groundOf, logEnd, outcome } from './dispose';
import { eventCodes, flowOf, role, roleOf } from './event-codes';
import { type FilterRules, findFilterRules } from './filter-rules';
import { measureDelays } from './flow-delays';
import { FlowIndex } from './flow-index';
import { systemNames } from './flow-name';
import { flowNotes } from './flow-notes';
import { matchMessages } from './match-messages';
import { judgeKeys, matchRecords } from './match-records';
import { createMatchState, type MatchState } from './match-state';
import { isoTime } from './moments';
import type { FlowReckoning } from './reconciliation';
import { dissolveWeakMatches } from './weak-matches';

const dayMicros = 86_400_000_000;
/** Stands for "no time" among days. */
export const noDay = -1_000_000;

/** Outcomes are bytes below this, apart from the bit for acknowledged. */
const outcomes = 16;

/** Works out what became of every message of a case. */
export function reckon(
  db: Database,
  estate: Estate,
  version: string,
  onProgress: (done: number, total: number) => void,
): StoredReconciliation {
  const flows = new FlowIndex(estate);
  const columns = readEventColumns(db, eventCodes(db, flows), (done, of) => onProgress(done * 0.5, of));
  const state = createMatchState(columns, flows, new AliasClasses(db));
  let seen = 0;
  const visit = matchMessages(state);
  eachMessage(db, (ids, count) => {
    visit(ids, count);
    seen += count;
    if ((seen & 0xffff) < count) onProgress(columns.maxId * 0.5 + seen * 0.4, columns.maxId);
  });
  dissolveWeakMatches(state);
  const keys = judgeKeys(state);
  const withId = keys.isNeeded ? countMatched(state) : null;
  if (keys.isNeeded) matchRecords(db, state, keys);
  const coverage = readCoverage(db);
  const delays = measureDelays(state);
  const grounds = flows.flows.map((flow) => groundOf(flow, delays[flow.index] ?? never(), coverage));
  const rules = findFilterRules(db, state);
  const results = dispose(state, grounds, rules);
  const counted = count(state, results);
  const names = systemNames(db);
  const notes = flowNotes(db);
  const rows = grounds.flatMap((ground): FlowReckoning[] => {
    const counts = counted.flows[ground.flow.index];
    if (!counts || ground.flow.index === 0) return [];
    const isSeen = counts.sent + counts.received + (counts.by[outcome.stuck] ?? 0) > 0;
    if (!isSeen && !ground.flow.terms.isDeclared) return [];
    const byId = withId?.[ground.flow.index] ?? counts.matched;
    return [reckoningOf(ground, counts, byId, names, notes, rules)];
  });
  rows.sort((a, b) => compare(a.row.from, b.row.from) || compare(a.row.to, b.row.to));
  onProgress(columns.maxId, columns.maxId);
  return {
    version,
    flows: JSON.stringify(rows),
    outcomes: results,
    partners: state.partner,
    lists: counted.lists,
    days: counted.days,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const never = (): never => {
  throw new Error('every flow has its delays');
};

function countMatched(state: MatchState): Uint32Array {
  const { code, maxId } = state.columns;
  const counts = new Uint32Array(state.flows.flows.length);
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (roleOf(c) === role.sent && state.partner[id] !== 0)
      counts[flowOf(c)] = (counts[flowOf(c)] as number) + 1;
  }
  return counts;
}

interface FlowCounts {
  sent: number;
  received: number;
  matched: number;
  acknowledgedLost: number;
  /** By outcome. */
  readonly by: Uint32Array;
}

interface Counted {
  readonly flows: readonly FlowCounts[];
  readonly lists: readonly OutcomeList[];
  readonly days: readonly DayCount[];
}

function count(state: MatchState, results: Uint8Array): Counted {
  const { code, time, maxId } = state.columns;
  const flows = state.flows.flows.map(
    (): FlowCounts => ({
      sent: 0,
      received: 0,
      matched: 0,
      acknowledgedLost: 0,
      by: new Uint32Array(outcomes),
    }),
  );
  const days = flows.map(() => new Map<number, Uint32Array>());
  const lost = dispositions.indexOf('lost') + 1;
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (c === 0) continue;
    const flow = flowOf(c);
    const counts = flows[flow] as FlowCounts;
    const byte = results[id] as number;
    const result = byte & ~acknowledgedBit;
    const what = roleOf(c);
    if (what === role.received) counts.received += 1;
    if (result === 0) continue;
    counts.by[result] = (counts.by[result] as number) + 1;
    if (what !== role.sent) continue;
    counts.sent += 1;
    if (state.partner[id] !== 0) counts.matched += 1;
    if (byte === (lost | acknowledgedBit)) counts.acknowledgedLost += 1;
    const at = time[id] as number;
    const day = Number.isNaN(at) ? noDay : Math.floor(at / dayMicros);
    const byDay = days[flow] as Map<number, Uint32Array>;
    let cells = byDay.get(day);
    if (!cells) {
      cells = new Uint32Array(dispositions.length + 1);
      byDay.set(day, cells);
    }
    cells[result] = (cells[result] as number) + 1;
  }
  return { flows, lists: listEvents(state, results, flows), days: listDays(state, days) };
}

/** Ids by flow and outcome in order of time, but for what simply arrived. */
function listEvents(
  state: MatchState,
  results: Uint8Array,
  flows: readonly FlowCounts[],
): readonly OutcomeList[] {
  const { code, time, maxId } = state.columns;
  const isListed = (result: number): boolean => result > 1 && result !== outcome.receipt;
  const lists = flows.map(({ by }) =>
    Array.from(by, (n, result) => (n > 0 && isListed(result) ? new Uint32Array(n) : null)),
  );
  const filled = flows.map(() => new Uint32Array(outcomes));
  for (let id = 1; id <= maxId; id += 1) {
    const result = (results[id] as number) & ~acknowledgedBit;
    if (!isListed(result)) continue;
    const flow = flowOf(code[id] as number);
    const at = filled[flow] as Uint32Array;
    const list = lists[flow]?.[result];
    if (!list) continue;
    list[at[result] as number] = id;
    at[result] = (at[result] as number) + 1;
  }
  const order = (a: number, b: number): number => (time[a] as number) - (time[b] as number) || a - b;
  return lists.flatMap((byOutcome, flow) =>
    byOutcome.flatMap((events, result) => {
      if (!events) return [];
      if (!isSorted(events, time)) events.sort(order);
      const { from, to } = state.flows.at(flow);
      return [{ from, to, outcome: result, events }];
    }),
  );
}

function isSorted(events: Uint32Array, time: Float64Array): boolean {
  for (let i = 1; i < events.length; i += 1) {
    if ((time[events[i] as number] as number) < (time[events[i - 1] as number] as number)) return false;
  }
  return true;
}

function listDays(state: MatchState, days: readonly Map<number, Uint32Array>[]): readonly DayCount[] {
  return days.flatMap((byDay, flow) => {
    const { from, to } = state.flows.at(flow);
    return [...byDay].flatMap(([day, cells]) =>
      Array.from(cells, (events, result): DayCount => ({ from, to, day, outcome: result, events })).filter(
        ({ events }) => events > 0,
      ),
    );
  });
}

function reckoningOf(
  ground: FlowGround,
  counts: FlowCounts,
  matchedById: number,
  names: ReadonlyMap<number, string>,
  notes: (from: number, to: number) => readonly string[],
  rules: FilterRules,
): FlowReckoning {
  const { flow, delays, receiver, sender } = ground;
  const byWord = Object.fromEntries(
    dispositions.map((word, index) => [word, counts.by[index + 1] ?? 0]),
  ) as Record<(typeof dispositions)[number], number>;
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
    notes: [...flow.terms.notes, ...groundNotes(ground, counts), ...notes(flow.from, flow.to)],
  };
  return {
    fromId: flow.from,
    toId: flow.to,
    row,
    maximumBecause: delays.because,
    receiverFirst: receiver?.first ?? null,
    receiverEnd: end,
    hasSenderLog: sender !== undefined,
    filterRules: rules.words.get(flow.index) ?? [],
  };
}

function groundNotes(ground: FlowGround, counts: FlowCounts): readonly string[] {
  const { flow, delays, receiver, sender, isCutOff } = ground;
  const notes: string[] = [];
  if (counts.sent + counts.received === 0) return notes;
  if (!receiver) notes.push('The receiver has no log here: what arrived cannot be seen.');
  if (!sender) notes.push('The sender has no log here: what was sent cannot be seen, and nothing is extra.');
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
