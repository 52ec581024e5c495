import { dispositions } from '../../../../shared/model/vocabulary';
import type { DayCount, OutcomeList } from '../../store/kept/reconciliation-store';
import { flowOf, role, roleOf } from '../match/event-codes';
import type { MatchState } from '../match/match-state';
import { acknowledgedBit, outcome } from './dispose';

const dayMicros = 86_400_000_000;
/** Stands for "no time" among days. */
export const noDay = -1_000_000;
/** Outcomes are bytes below this, apart from the bit for acknowledged. */
const outcomes = 16;

/** What one flow's lines add up to. */
export interface FlowCounts {
  sent: number;
  received: number;
  matched: number;
  acknowledgedLost: number;
  /** By outcome. */
  readonly by: Uint32Array;
}

export interface Counted {
  readonly flows: readonly FlowCounts[];
  readonly lists: readonly OutcomeList[];
  readonly days: readonly DayCount[];
}

/** Adds up outcomes by flow, by flow and day, and lists the events of every outcome that needs looking at. */
export function countOutcomes(state: MatchState, results: Uint8Array): Counted {
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
