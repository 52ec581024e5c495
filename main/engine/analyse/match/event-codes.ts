import type { EventKind } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import type { FlowIndex } from './flow-index';

/** What a line says of a message: the low three bits of an event's code; the rest is the flow's number. */
export const role = {
  sent: 1,
  received: 2,
  acknowledged: 3,
  rejected: 4,
  filtered: 5,
  queued: 6,
  filed: 7,
} as const;

const roleOfKind: Readonly<Partial<Record<EventKind, number>>> = role;

export const roleOf = (code: number): number => code & 7;
export const flowOf = (code: number): number => code >>> 3;
export const codeFor = (flow: number, theRole: number): number => flow * 8 + theRole;

/**
 * The code of a line by who wrote it, of whom and what. A receipt is of the flow from the peer to the
 * writer; everything else is filed under writer to peer, where a refusal may speak of either direction.
 * A line without a writer speaks of nothing.
 */
export function eventCodes(
  db: Database,
  flows: FlowIndex,
): (system: number, peer: number, activity: number) => number {
  const roles = new Map<number, number>();
  for (const { id, kind } of db.all<{ id: number; kind: EventKind }>('SELECT id, kind FROM activity')) {
    roles.set(id, roleOfKind[kind] ?? 0);
  }
  return (system, peer, activity) => {
    const theRole = roles.get(activity) ?? 0;
    if (theRole === 0 || system === 0) return 0;
    const isReceipt = theRole === role.received || theRole === role.filed;
    const flow = isReceipt ? flows.indexOf(peer, system) : flows.indexOf(system, peer);
    return codeFor(flow, theRole);
  };
}
