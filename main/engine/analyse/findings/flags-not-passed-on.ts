import type { Estate } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import { dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { eventsOfRecords } from '../../store/events/postings/postings';
import { flowName } from '../flow-title';
import type { FlowSendings } from '../reconcile/flow-sendings';

/** What became of the objections (or other flags) that a flow lost, and what went out about their records. */
export interface MissingFlags {
  /** Sent events of the flags that are absent downstream: no flag of their record is known to have arrived. */
  readonly absent: readonly number[];
  readonly absentRecords: number;
  /** Of records whose flag arrived later, with another message. */
  readonly late: readonly number[];
  /** Of records of which an earlier flag had arrived. */
  readonly repeated: readonly number[];
  /** Messages about the records after the flag was set and before one arrived, by flow; most first. */
  readonly released: readonly Release[];
  /** Records of which anything was released: of those whose flag is absent, and of those whose flag arrived later. */
  readonly releasedRecords: { readonly absent: number; readonly late: number };
  /** The absent flags by what their messages say of a practice or supplier; most first. */
  readonly groups: readonly { readonly attribute: string; readonly value: string; readonly flags: number }[];
  /** False where there were too many to look at each. */
  readonly isComplete: boolean;
}

export interface Release {
  readonly flow: string;
  readonly messages: number;
  readonly events: readonly number[];
  /** Sent by the system where the flag is missing, or by one that it supplies. */
  readonly isPastGap: boolean;
}

const mostLookedAt = 50_000;
const shownEvents = 10;
/** Attributes that say whose objections these are; a practice is read as the site of a message. */
const groupNames =
  /^(gp[\s_-]?)?(site|practice|surgery|supplier|vendor|ods|organi[sz]ation)([\s_-]?(code|name|id))?$/i;
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

interface LostFlag {
  readonly event: number;
  readonly time: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The flags of a flow that are lost, record by record, and what was sent about their records after they were set. */
export function missingFlags(
  db: Database,
  estate: Estate,
  sendings: FlowSendings,
  flows: readonly { readonly from: SystemId; readonly to: SystemId }[],
): MissingFlags {
  const events: number[] = [];
  for (let i = 0; i < sendings.count; i++)
    if (sendings.disposition[i] === lost) events.push(sendings.event[i] ?? 0);
  const absent: LostFlag[] = [];
  const late: number[] = [];
  const repeated: number[] = [];
  const absentRecords = new Set<number>();
  const pastGap = reachedFrom(sendings.to, flows);
  const byFlow = new Map<string, { messages: number; events: number[]; isPastGap: boolean }>();
  const releasedRecords = { absent: 0, late: 0 };
  const isFlagFlow = (from: SystemId, to: SystemId): boolean =>
    (from === sendings.from && to === sendings.to) ||
    datasetsOf(estate, from, to).some((dataset) => flagWords.test(dataset));
  const name = (id: SystemId): string => estate.systems.get(id)?.name ?? '';
  const { byRecord, unplaced } = flagsByRecord(db, events.slice(0, mostLookedAt));
  absent.push(...unplaced);
  for (const [record, flags] of byRecord) {
    const passed = messagesOf(db, record);
    const arrivals = passed
      .filter(
        (one) => one.kind === 'received' && one.writer === sendings.to && isFlagFlow(one.peer, one.writer),
      )
      .map(({ time }) => time);
    const first = arrivals[0] ?? Number.POSITIVE_INFINITY;
    const unknown = flags.filter(({ time }) => first > time);
    repeated.push(...flags.filter(({ time }) => first <= time).map(({ event }) => event));
    if (unknown.length === 0) continue;
    if (first < Number.POSITIVE_INFINITY) late.push(...unknown.map(({ event }) => event));
    else {
      absent.push(...unknown);
      absentRecords.add(record);
    }
    const since = Math.min(...unknown.map(({ time }) => time));
    let isReleased = false;
    for (const { id, time, writer, peer, kind } of passed) {
      if (kind !== 'sent' || time <= since || time >= first || isFlagFlow(writer, peer)) continue;
      isReleased = true;
      const flow = flowName(name(writer), name(peer));
      const tally = byFlow.get(flow) ?? { messages: 0, events: [], isPastGap: pastGap.has(writer) };
      byFlow.set(flow, tally);
      tally.messages++;
      if (tally.events.length < shownEvents) tally.events.push(id);
    }
    if (isReleased) releasedRecords[first < Number.POSITIVE_INFINITY ? 'late' : 'absent']++;
  }
  return {
    absent: absent.map(({ event }) => event),
    absentRecords: absentRecords.size,
    late,
    repeated,
    released: [...byFlow]
      .map(([flow, tally]) => ({ flow, ...tally }))
      .sort((a, b) => b.messages - a.messages || (a.flow < b.flow ? -1 : 1)),
    releasedRecords,
    groups: groupsOf(absent),
    isComplete: events.length <= mostLookedAt,
  };
}

/** Lost flags by their record; those without a record or a time can be held against nothing. */
function flagsByRecord(
  db: Database,
  events: readonly number[],
): { readonly byRecord: ReadonlyMap<number, LostFlag[]>; readonly unplaced: readonly LostFlag[] } {
  const byRecord = new Map<number, LostFlag[]>();
  const unplaced: LostFlag[] = [];
  for (const event of events) {
    const row = db.get<{ record: number | null; time: number | null; json: string | null }>(
      `SELECT e.record_id AS record, e.time, s.json FROM event e
       LEFT JOIN attribute_set s ON s.id = e.attributes_id WHERE e.id = ?`,
      event,
    );
    if (!row) continue;
    const attributes = JSON.parse(row.json ?? '{}') as Readonly<Record<string, string>>;
    if (row.record === null || row.time === null) {
      unplaced.push({ event, time: Number.NaN, attributes });
      continue;
    }
    const flags = byRecord.get(row.record) ?? [];
    byRecord.set(row.record, flags);
    flags.push({ event, time: row.time, attributes });
  }
  return { byRecord, unplaced };
}

interface Message {
  readonly id: number;
  readonly time: number;
  readonly writer: SystemId;
  readonly peer: SystemId;
  readonly kind: 'sent' | 'received';
}

const messagesOf = (db: Database, record: number): readonly Message[] =>
  db.all<Message>(
    `SELECT e.id, e.time, e.system_id AS writer, e.peer_id AS peer, a.kind FROM json_each(?) j
     JOIN folded_event e ON e.id = j.value JOIN activity a ON a.id = e.activity_id
     WHERE e.time IS NOT NULL AND a.kind IN ('sent', 'received')
       AND e.system_id IS NOT NULL AND e.peer_id IS NOT NULL ORDER BY e.time, e.id`,
    JSON.stringify(eventsOfRecords(db, [record])),
  );

/** A system and all that it supplies, directly or through others. */
function reachedFrom(
  start: SystemId,
  flows: readonly { readonly from: SystemId; readonly to: SystemId }[],
): ReadonlySet<SystemId> {
  const next = new Map<SystemId, SystemId[]>();
  for (const { from, to } of flows) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set([start]);
  for (const one of reached) for (const to of next.get(one) ?? []) reached.add(to);
  return reached;
}

function groupsOf(flags: readonly LostFlag[]): MissingFlags['groups'] {
  const groups = new Map<string, { attribute: string; value: string; flags: number }>();
  for (const { attributes } of flags) {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!groupNames.test(attribute)) continue;
      const key = JSON.stringify([attribute, value]);
      const group = groups.get(key) ?? { attribute, value, flags: 0 };
      groups.set(key, group);
      group.flags++;
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      (a.attribute < b.attribute ? -1 : a.attribute > b.attribute ? 1 : 0) ||
      b.flags - a.flags ||
      (a.value < b.value ? -1 : 1),
  );
}

function datasetsOf(estate: Estate, from: SystemId, to: SystemId): readonly string[] {
  return [...estate.flows.values()].flatMap((flow) => {
    if (flow.from !== from || flow.to !== to || flow.dataset === null) return [];
    return estate.datasets.get(flow.dataset)?.name ?? [];
  });
}
