import type { SystemId } from '../../../../shared/model/ids';
import type { EventKind } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';

/** What the logs show between two systems, by who wrote the line. */
export interface Traffic {
  readonly from: SystemId;
  readonly to: SystemId;
  /** Events that `from` wrote of sending to `to`; null where `from` has no log at all. */
  readonly sent: number | null;
  /** Events that `to` wrote of receiving from `from`; null where `to` has no log at all. */
  readonly received: number | null;
  /** What `from` queued for `to`. */
  readonly other: number;
}

/**
 * Kinds that show a flow, and which way it goes. A rejection, an acknowledgement or a
 * filtered message does not: either end may write it, and it speaks of a message that its own lines show.
 */
const direction: Readonly<Partial<Record<EventKind, 'out' | 'in'>>> = {
  sent: 'out',
  queued: 'out',
  received: 'in',
};

/** Counts from the day counts made at import: as fast for ten million events as for ten. */
export function readTraffic(db: Database): {
  readonly pairs: readonly Traffic[];
  readonly writers: ReadonlySet<SystemId>;
} {
  const rows = db.all<{ writer: SystemId; peer: SystemId; kind: EventKind; events: number }>(
    `SELECT d.system_id AS writer, d.peer_id AS peer, a.kind, sum(d.events) AS events
     FROM folded_day d JOIN activity a ON a.id = d.activity_id
     GROUP BY d.system_id, d.peer_id, a.kind`,
  );
  const writers = new Set<SystemId>();
  const pairs = new Map<
    string,
    { from: SystemId; to: SystemId; sent: number; received: number; other: number }
  >();
  for (const { writer, peer, kind, events } of rows) {
    if (writer > 0 && kind !== 'held') writers.add(writer);
    const way = direction[kind];
    if (writer === 0 || peer === 0 || way === undefined) continue;
    const [from, to] = way === 'out' ? [writer, peer] : [peer, writer];
    const key = `${from} ${to}`;
    const pair = pairs.get(key) ?? { from, to, sent: 0, received: 0, other: 0 };
    pairs.set(key, pair);
    if (kind === 'sent') pair.sent += events;
    else if (kind === 'received') pair.received += events;
    else pair.other += events;
  }
  return {
    writers,
    pairs: [...pairs.values()]
      .filter((p) => p.sent + p.received + p.other > 0)
      .map((p) => ({
        ...p,
        sent: writers.has(p.from) ? p.sent : null,
        received: writers.has(p.to) ? p.received : null,
      })),
  };
}
