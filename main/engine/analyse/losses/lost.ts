import type { LostRow, MessageRow } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Disposition } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { showRecordKey } from '../../store/records/record-identifier';
import { isoTime, isoTimeOrNull, spanText } from '../moments';
import { acknowledgedBit, dispositionNumber, outcome } from '../reconcile/dispose';
import type { FlowReckoning } from '../reconcile/flow-reckoning';
import { chosenFlows, type FlowFilter, type PeriodFilter } from '../reconcile/reconcile';
import { type Reconciliation, reconciliation } from '../reconcile/reconciliation';

export interface Page {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Every lost message, by flow and time, with the line that proves it was sent. */
export function lost(db: Database, estate: Estate, filter: FlowFilter & Page = {}): readonly LostRow[] {
  const found = reconciliation(db, estate);
  return messageRows(db, found, chosenFlows(db, found, filter), 'lost', filter).map(({ id, ...row }) => ({
    ...row,
    isAcknowledged: (found.outcomeOf(id) & acknowledgedBit) !== 0,
  }));
}

/** The messages of one flow with one disposition, or its extra receipts or stuck queue, in order of time. */
export function messages(
  db: Database,
  estate: Estate,
  filter: PeriodFilter & Page & { readonly disposition: Disposition | 'extra' | 'stuck' },
): readonly MessageRow[] {
  const found = reconciliation(db, estate);
  return messageRows(db, found, chosenFlows(db, found, filter), filter.disposition, filter).map(
    ({ id, ...row }) => row,
  );
}

export type MessageWithId = MessageRow & { readonly id: number };
const eventsPerRead = 20_000;

function messageRows(
  db: Database,
  found: Reconciliation,
  flows: readonly FlowReckoning[],
  which: Disposition | 'extra' | 'stuck',
  { offset = 0, limit = Number.POSITIVE_INFINITY, from, to }: Page & PeriodFilter,
): readonly MessageWithId[] {
  const rows: MessageWithId[] = [];
  let skip = offset;
  const idsOf = messageIds(db, found, which, { from, to });
  for (const flow of flows) {
    const ids = idsOf(flow);
    if (ids === null) continue;
    const wanted = ids.subarray(skip, Math.min(ids.length, skip + limit - rows.length));
    skip = Math.max(0, skip - ids.length);
    const why = explain(flow, which);
    for (let at = 0; at < wanted.length; at += eventsPerRead) {
      readRows(db, found, flow, wanted.subarray(at, at + eventsPerRead), why, rows);
    }
    if (rows.length >= limit) break;
  }
  return rows;
}

/** The messages of a flow in order of time, as numbers of their events; null where it has none. */
export function messageIds(
  db: Database,
  found: Reconciliation,
  which: Disposition | 'extra' | 'stuck',
  { from, to }: PeriodFilter,
): (flow: FlowReckoning) => Uint32Array | null {
  const lists = new Map(
    found.lists(outcomeNumber(which)).map((list) => [`${list.from} ${list.to}`, list.events]),
  );
  return (flow) => {
    const listed = lists.get(`${flow.fromId} ${flow.toId}`);
    const all = which === 'delivered' ? deliveredOf(db, found, flow) : listed;
    if (!all) return null;
    return from === undefined && to === undefined ? all : withinPeriod(db, all, from, to);
  };
}

const outcomeNumber = (which: Disposition | 'extra' | 'stuck'): number =>
  which === 'extra' ? outcome.extra : which === 'stuck' ? outcome.stuck : dispositionNumber(which);

/** The rows of messages, in the order of `ids`. */
export function readRows(
  db: Database,
  found: Reconciliation,
  { row }: FlowReckoning,
  ids: Uint32Array,
  why: (details: { readonly sentAt: number | null; readonly receivedAt: number | null }) => string,
  into: MessageWithId[],
): void {
  const events = db.all<{
    id: number;
    time: number | null;
    message: string | null;
    key: string | Buffer | null;
    file: string;
    line: number;
    sourceId: number;
  }>(
    `SELECT e.id, e.time, e.message, r.key, s.name AS file, e.line, e.source_id AS sourceId
     FROM json_each(?) j JOIN event e ON e.id = j.value JOIN source s ON s.id = e.source_id
     LEFT JOIN record r ON r.id = e.record_id ORDER BY j.key`,
    `[${ids.join(',')}]`,
  );
  for (const { id, time, message, key, file, line, sourceId } of events) {
    const partner = found.partnerOf(id);
    const receivedAt =
      partner === 0
        ? null
        : (db.get<{ time: number | null }>('SELECT time FROM event WHERE id = ?', partner)?.time ?? null);
    into.push({
      id,
      from: row.from,
      to: row.to,
      message,
      record: key === null ? null : showRecordKey(key),
      sentAt: isoTimeOrNull(time),
      file,
      line,
      sourceId,
      why: why({ sentAt: time, receivedAt }),
    });
  }
}

/** Matched sends are the bulk of a case, so they are not listed apart: found by going through the flow. */
function deliveredOf(db: Database, found: Reconciliation, flow: FlowReckoning): Uint32Array {
  const delivered = dispositionNumber('delivered');
  const ids: number[] = [];
  const events = db.iterateArrays(
    `SELECT e.id FROM folded_event e JOIN activity a ON a.id = e.activity_id
     WHERE e.system_id = ? AND coalesce(e.peer_id, 0) IN (?, 0) AND a.kind = 'sent' ORDER BY e.time, e.id`,
    flow.fromId,
    flow.toId,
  );
  for (const [id] of events) {
    if ((found.outcomeOf(Number(id)) & ~acknowledgedBit) === delivered) ids.push(Number(id));
  }
  return Uint32Array.from(ids);
}

function withinPeriod(
  db: Database,
  ids: Uint32Array,
  from: string | undefined,
  to: string | undefined,
): Uint32Array {
  const chosen: number[] = [];
  for (let at = 0; at < ids.length; at += eventsPerRead) {
    const rows = db.all<{ id: number }>(
      `SELECT e.id FROM json_each(?) j JOIN event e ON e.id = j.value
       WHERE e.time >= ? AND e.time < ? ORDER BY j.key`,
      `[${ids.subarray(at, at + eventsPerRead).join(',')}]`,
      from === undefined ? -Number.MAX_SAFE_INTEGER : Date.parse(from) * 1000,
      to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(to) * 1000,
    );
    for (const { id } of rows) chosen.push(id);
  }
  return Uint32Array.from(chosen);
}

/** In words, what a disposition of this flow rests on. */
export function explain(
  flow: FlowReckoning,
  which: Disposition | 'extra' | 'stuck',
): (details: { readonly sentAt: number | null; readonly receivedAt: number | null }) => string {
  const { row, receiverEnd, maximumBecause } = flow;
  const limit = `the maximum delay of ${spanText(row.maximumDelaySeconds * 1e6)} (${maximumBecause})`;
  const end = receiverEnd === null ? 'it has none here' : `its last line is of ${isoTime(receiverEnd)}`;
  const delayOf = (sentAt: number | null, receivedAt: number | null): string =>
    sentAt === null || receivedAt === null ? '' : ` after ${spanText(receivedAt - sentAt)}`;
  switch (which) {
    case 'lost':
      return () =>
        `No receipt is logged at ${row.to}, whose log was being written when it was due; ${limit} had passed by the end of that log: ${end}.`;
    case 'pending':
      return () =>
        `No receipt is logged at ${row.to} yet, and ${limit} had not passed at the end of its log: ${end}.`;
    case 'unobservable':
      return ({ sentAt }) =>
        row.expectation === 'aggregated'
          ? `The flow is declared as aggregated: a receipt at ${row.to} stands for many sends, so nobody can say.`
          : sentAt === null
            ? 'The line has no time, so nobody can say whether the receiver’s log covers it.'
            : receiverEnd === null
              ? `${row.to} has no log here: nobody can say.`
              : `No receipt is logged at ${row.to}, and its log does not cover the time when it was due: nobody can say.`;
    case 'delivered':
      return ({ sentAt, receivedAt }) => `${row.to} logged its receipt${delayOf(sentAt, receivedAt)}.`;
    case 'late':
      return ({ sentAt, receivedAt }) =>
        `${row.to} logged its receipt${delayOf(sentAt, receivedAt)}, more than ${limit}.`;
    case 'duplicate':
      return () => 'The same message had been sent before.';
    case 'rejected':
      return () => `A refusal is logged, and no later receipt at ${row.to}.`;
    case 'filtered':
      return () =>
        flow.filterRules.length > 0
          ? `Logged as filtered, or never passed by this flow, which is declared filtered: ${flow.filterRules.join('; ')}.`
          : 'Logged as filtered.';
    case 'extra':
      return () => `Nothing in the log of ${row.from}, which covers that time, explains this receipt.`;
    case 'stuck':
      return () => `Queued at ${row.from}; no line shows it sent on to ${row.to}, or received there.`;
  }
}
