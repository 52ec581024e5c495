import { codeFor, flowOf, role, roleOf } from './event-codes';
import type { MatchState } from './match-state';

/**
 * Lines that name no peer, and whose message nobody else logged either, belong to the only flow that their
 * writer has in that direction, where there is only one: of a log with a single receiver, what is not
 * received is missing there. With several, nobody can say which. Gives how many were taken so, by flow.
 */
export function nameMissingEnds(state: MatchState): ReadonlyMap<number, number> {
  const { code, maxId } = state.columns;
  const { flows } = state.flows;
  const unnamed = flows.filter(({ index, from, to }) => index > 0 && (from === 0) !== (to === 0));
  const taken = new Map<number, number>();
  if (unnamed.length === 0) return taken;
  const isUsed = new Uint8Array(flows.length);
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (c !== 0 && roleOf(c) <= role.received) isUsed[flowOf(c)] = 1;
  }
  const only = new Map<number, number>();
  for (const { index, from, to } of unnamed) {
    const fitting = flows.filter(
      (flow) =>
        flow.from !== 0 &&
        flow.to !== 0 &&
        (to === 0 ? flow.from === from : flow.to === to) &&
        (isUsed[flow.index] === 1 || (flow.terms.isDeclared && flow.terms.status !== 'planned')),
    );
    if (fitting.length === 1 && fitting[0]) only.set(index, fitting[0].index);
  }
  if (only.size === 0) return taken;
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    const named = c === 0 ? undefined : only.get(flowOf(c));
    if (named === undefined) continue;
    const isOfSender = roleOf(c) === role.sent || roleOf(c) === role.queued;
    const flow = flows[flowOf(c)];
    if (!flow || (isOfSender ? flow.to !== 0 : flow.from !== 0)) continue;
    code[id] = codeFor(named, roleOf(c));
    taken.set(named, (taken.get(named) ?? 0) + 1);
  }
  return taken;
}
