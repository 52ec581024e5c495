import { codeFor, flowOf, role, roleOf } from './event-codes';
import { type MatchState, mark, skewToleranceByRecord } from './match-state';

/**
 * Ties lines of one record that name no other end: a receipt to the send, over any flow to its writer, that
 * came last before it and is still open; a send without a destination to the first receipt from its writer.
 * They are of that flow from then on. `lines` in order of flow and time.
 */
export function matchUnnamed(state: MatchState, lines: readonly number[]): void {
  const { code } = state.columns;
  const open = lines.filter(
    (id) => state.partner[id] === 0 && !((state.marks[id] as number) & mark.duplicate),
  );
  if (!open.some((id) => lacksEnd(state, id))) return;
  const { time } = state.columns;
  const sends = open.filter((id) => roleOf(code[id] as number) === role.sent);
  const receipts = open.filter((id) => roleOf(code[id] as number) === role.received);
  receipts.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
  for (const receipt of receipts) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const send of sends) {
      if (state.partner[send] !== 0 || lacksEnd(state, send) === lacksEnd(state, receipt)) continue;
      const from = state.flows.at(flowOf(code[send] as number));
      const to = state.flows.at(flowOf(code[receipt] as number));
      if (lacksEnd(state, receipt) ? from.to !== to.to : from.from !== to.from) continue;
      const known = lacksEnd(state, receipt) ? from : to;
      const wait = (time[receipt] as number) - (time[send] as number);
      if (!(wait <= state.windowsOf(known.index).latestByRecord) || wait < -skewToleranceByRecord) continue;
      // A wait below nothing needs clocks that differ: any other explanation comes first.
      const cost = wait < 0 ? Number.MAX_SAFE_INTEGER - wait : wait;
      if (cost < least) {
        least = cost;
        best = send;
      }
    }
    if (best === 0) continue;
    const known = flowOf(code[lacksEnd(state, receipt) ? best : receipt] as number);
    code[best] = codeFor(known, role.sent);
    code[receipt] = codeFor(known, role.received);
    state.partner[best] = receipt;
    state.partner[receipt] = best;
    state.namedByRecord.set(known, (state.namedByRecord.get(known) ?? 0) + 1);
  }
}

function lacksEnd(state: MatchState, id: number): boolean {
  const c = state.columns.code[id] as number;
  const { from, to } = state.flows.at(flowOf(c));
  return roleOf(c) === role.sent ? to === 0 : from === 0;
}
