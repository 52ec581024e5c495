import type { Estate } from '../../../shared/model/estate';
import type { SystemId } from '../../../shared/model/ids';
import { dispositions } from '../../../shared/model/vocabulary';
import type { Database } from '../store/database';
import { eventsOfRecords } from '../store/postings/postings';
import type { FlowSendings } from './flow-sendings';
import { flowName } from './flow-title';

/** Objections (or other flags) of one flow that never arrived, and what went out about their records meanwhile. */
export interface MissingFlags {
  /** Sent events of the flags that are absent downstream. */
  readonly events: readonly number[];
  readonly records: number;
  /** Later messages about those records, before the flag arrived by another way, by flow; most first. */
  readonly released: readonly {
    readonly flow: string;
    readonly messages: number;
    readonly events: readonly number[];
  }[];
  /** Records of which anything was released. */
  readonly releasedRecords: number;
  /** False where there were too many to look at each. */
  readonly isComplete: boolean;
}

const mostLookedAt = 50_000;
const shownEvents = 10;
const lost = dispositions.indexOf('lost');

/** Words by which registers and logs name what a person decided about the use of their data. */
const flagWords =
  /\b(objections?|opt(ed)?[\s_-]?outs?|dissents?|consents?|(sharing|data|patient) preferences?|preferences?|type[\s_-]?[12] opt)\b/i;

/** True for a flow whose dataset, or whose messages' type, says that it carries such decisions. */
export function carriesFlags(db: Database, estate: Estate, sendings: FlowSendings): boolean {
  if (datasetsOf(estate, sendings.from, sendings.to).some((name) => flagWords.test(name))) return true;
  if (sendings.count === 0) return false;
  // An undeclared flow, or one of several datasets, is told by the types of its first messages.
  const sets = new Set([...sendings.attributes.subarray(0, 50)].filter((id) => id > 0));
  return [...sets].some((id) => {
    const json = db.get<{ json: string }>('SELECT json FROM attribute_set WHERE id = ?', id)?.json ?? '{}';
    const { type } = JSON.parse(json) as { readonly type?: string };
    return type !== undefined && flagWords.test(type);
  });
}

/** The flags of a flow that are lost, and what was sent about their records after they were set. */
export function missingFlags(db: Database, estate: Estate, sendings: FlowSendings): MissingFlags {
  const events: number[] = [];
  for (let i = 0; i < sendings.count; i++)
    if (sendings.disposition[i] === lost) events.push(sendings.event[i] ?? 0);
  const firstLost = new Map<number, number>();
  for (const id of events.slice(0, mostLookedAt)) {
    const row = db.get<{ record: number | null; time: number | null }>(
      'SELECT record_id AS record, time FROM event WHERE id = ?',
      id,
    );
    if (row?.record == null || row.time === null) continue;
    firstLost.set(row.record, Math.min(row.time, firstLost.get(row.record) ?? row.time));
  }
  const byFlow = new Map<string, { messages: number; events: number[] }>();
  let releasedRecords = 0;
  const isFlagFlow = (from: SystemId, to: SystemId): boolean =>
    datasetsOf(estate, from, to).some((dataset) => flagWords.test(dataset));
  const name = (id: SystemId): string => estate.systems.get(id)?.name ?? '';
  for (const [record, since] of firstLost) {
    const later = db.all<{ id: number; writer: SystemId; peer: SystemId; kind: string }>(
      `SELECT e.id, e.system_id AS writer, e.peer_id AS peer, a.kind FROM json_each(?) j
       JOIN event e ON e.id = j.value JOIN activity a ON a.id = e.activity_id
       WHERE e.time > ? AND a.kind IN ('sent', 'received')
         AND e.system_id IS NOT NULL AND e.peer_id IS NOT NULL ORDER BY e.time, e.id`,
      JSON.stringify(eventsOfRecords(db, [record])),
      since,
    );
    let isReleased = false;
    for (const { id, writer, peer, kind } of later) {
      // The flag did arrive after all, with another message: from here on nothing is released against it.
      if (kind === 'received' && writer === sendings.to && peer === sendings.from) break;
      if (kind !== 'sent' || (writer === sendings.from && peer === sendings.to)) continue;
      if (isFlagFlow(writer, peer)) continue;
      isReleased = true;
      const flow = flowName(name(writer), name(peer));
      const tally = byFlow.get(flow) ?? { messages: 0, events: [] };
      byFlow.set(flow, tally);
      tally.messages++;
      if (tally.events.length < shownEvents) tally.events.push(id);
    }
    if (isReleased) releasedRecords++;
  }
  return {
    events,
    records: firstLost.size,
    released: [...byFlow]
      .map(([flow, tally]) => ({ flow, ...tally }))
      .sort((a, b) => b.messages - a.messages || (a.flow < b.flow ? -1 : 1)),
    releasedRecords,
    isComplete: events.length <= mostLookedAt,
  };
}

function datasetsOf(estate: Estate, from: SystemId, to: SystemId): readonly string[] {
  return [...estate.flows.values()].flatMap((flow) => {
    if (flow.from !== from || flow.to !== to || flow.dataset === null) return [];
    return estate.datasets.get(flow.dataset)?.name ?? [];
  });
}
