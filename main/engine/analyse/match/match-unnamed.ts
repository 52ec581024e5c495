import { codeFor, flowOf, role, roleOf } from './event-codes';
import { type MatchState, mark } from './match-state';

/**
 * Ties lines of one record that name no other end: a receipt to the send, over any flow to its writer, that
 * came last before it and is still open; a receipt from a named sender to that one's last open send without a
 * destination. Both are of one flow from then on.
 */
export function matchUnnamed(state: MatchState, lines: readonly number[]): void {
  const { code, time } = state.columns;
  const open = lines.filter(
    (id) => state.partner[id] === 0 && !((state.marks[id] as number) & mark.duplicate),
  );
  if (!open.some((id) => lacksEnd(state, id))) return;
  open.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
  /** Open sends by what they name: "to" a receiver, or, without one, "from" their writer. */
  const waiting = new Map<string, number[]>();
  for (const id of open) {
    const { from, to } = state.flows.at(flowOf(code[id] as number));
    const isSend = roleOf(code[id] as number) === role.sent;
    const namesTo = isSend !== lacksEnd(state, id);
    const key = namesTo ? `to ${to}` : `from ${from}`;
    const stack = waiting.get(key) ?? [];
    if (isSend) {
      stack.push(id);
      waiting.set(key, stack);
      continue;
    }
    const send = stack.at(-1);
    if (send === undefined) continue;
    const known = flowOf(code[namesTo ? send : id] as number);
    const wait = (time[id] as number) - (time[send] as number);
    if (!(wait <= state.windowsOf(known).latestByRecord)) continue;
    stack.pop();
    code[send] = codeFor(known, role.sent);
    code[id] = codeFor(known, role.received);
    state.partner[send] = id;
    state.partner[id] = send;
    state.namedByRecord.set(known, (state.namedByRecord.get(known) ?? 0) + 1);
  }
}

/** A send without a destination, or a receipt without a sender. */
function lacksEnd(state: MatchState, id: number): boolean {
  const c = state.columns.code[id] as number;
  const { from, to } = state.flows.at(flowOf(c));
  return roleOf(c) === role.sent ? to === 0 : from === 0;
}
