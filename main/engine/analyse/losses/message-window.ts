import type {
  MessageWindow,
  MessageWindowRow,
  MessageWindowSort,
} from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Disposition } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { acknowledgedBit } from '../reconcile/dispose';
import type { FlowReckoning } from '../reconcile/flow-reckoning';
import { chosenFlows } from '../reconcile/reconcile';
import { type Reconciliation, reconciliation } from '../reconcile/reconciliation';
import { explain, type MessageWithId, messageIds, readRows } from './lost';
import { messagesWithWords } from './messages-with-words';
import { messagesOfPattern } from './pattern-messages';

export interface MessageWindowRequest {
  readonly flow: string;
  readonly disposition: Disposition | 'extra' | 'stuck';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only those whose line has no time. */
  readonly isTimeless?: boolean | undefined;
  /** Only the lost that a pattern of the flow counts: its attribute values. */
  readonly pattern?: Readonly<Record<string, string>> | undefined;
  /** Every word has to stand in the message, the record, the time or the line. */
  readonly filter?: string | undefined;
  readonly sort?: MessageWindowSort | undefined;
}

/** Orders that were worked out: a table that is scrolled asks for the same one again and again. */
const orders = new WeakMap<Reconciliation, Map<string, Uint32Array>>();
const ordersKept = 6;
const eventsPerRead = 20_000;

/** One window of a flow's messages, however many there are, and how many those are. */
export function messageWindow(
  db: Database,
  estate: Estate,
  request: MessageWindowRequest & { readonly offset: number; readonly limit: number },
): MessageWindow {
  const { found, flow } = flowOf(db, estate, request);
  if (flow === undefined) return { total: 0, rows: [] };
  const ids = orderedIds(db, estate, found, flow, request);
  const rows = rowsOf(db, found, flow, request, ids.subarray(request.offset, request.offset + request.limit));
  return { total: ids.length, rows };
}

/** All of them in portions, for a file. */
export function* messagePortions(
  db: Database,
  estate: Estate,
  request: MessageWindowRequest,
): Generator<{ readonly total: number; readonly rows: readonly MessageWindowRow[] }> {
  const { found, flow } = flowOf(db, estate, request);
  if (flow === undefined) return;
  const ids = orderedIds(db, estate, found, flow, request);
  for (let at = 0; at < ids.length; at += eventsPerRead) {
    yield {
      total: ids.length,
      rows: rowsOf(db, found, flow, request, ids.subarray(at, at + eventsPerRead)),
    };
  }
}

function flowOf(db: Database, estate: Estate, request: MessageWindowRequest) {
  const found = reconciliation(db, estate);
  return { found, flow: chosenFlows(db, found, request)[0] };
}

function rowsOf(
  db: Database,
  found: Reconciliation,
  flow: FlowReckoning,
  { disposition }: MessageWindowRequest,
  ids: Uint32Array,
): readonly MessageWindowRow[] {
  const rows: MessageWithId[] = [];
  readRows(db, found, flow, ids, explain(flow, disposition), rows);
  return rows.map(({ id, ...row }) => ({
    ...row,
    isAcknowledged: (found.outcomeOf(id) & acknowledgedBit) !== 0,
  }));
}

function orderedIds(
  db: Database,
  estate: Estate,
  found: Reconciliation,
  flow: FlowReckoning,
  { disposition, from, to, isTimeless = false, pattern, filter = '', sort }: MessageWindowRequest,
): Uint32Array {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const key = JSON.stringify([
    flow.fromId,
    flow.toId,
    disposition,
    from,
    to,
    isTimeless,
    pattern,
    words,
    sort,
  ]);
  const kept = orders.get(found) ?? new Map<string, Uint32Array>();
  orders.set(found, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const listed = messageIds(db, found, disposition, { from, to })(flow) ?? new Uint32Array();
  const timed = isTimeless ? withoutTime(db, listed) : listed;
  const all = pattern === undefined ? timed : among(timed, messagesOfPattern(db, estate, flow, pattern));
  const chosen = words.length === 0 ? all : messagesWithWords(db, all, words);
  const ids = sort === undefined ? chosen : sorted(db, chosen, sort);
  const oldest = kept.keys().next();
  if (kept.size >= ordersKept && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, ids);
  return ids;
}

function among(ids: Uint32Array, others: Uint32Array): Uint32Array {
  const wanted = new Set(others);
  return ids.filter((id) => wanted.has(id));
}

function withoutTime(db: Database, ids: Uint32Array): Uint32Array {
  const rows = db.all<{ id: number }>(
    'SELECT e.id FROM json_each(?) j JOIN event e ON e.id = j.value WHERE e.time IS NULL ORDER BY j.key',
    `[${ids.join(',')}]`,
  );
  return Uint32Array.from(rows, ({ id }) => id);
}

const sortKeys: Readonly<Record<MessageWindowSort['column'], string>> = {
  message: 'e.message',
  record: 'r.key',
  sentAt: 'e.time',
  line: 's.name',
};

/** Equal values stay in order of time; what has no value comes last both ways. */
function sorted(db: Database, ids: Uint32Array, { column, direction }: MessageWindowSort): Uint32Array {
  const way = direction === 'ascending' ? 'ASC' : 'DESC';
  const by = sortKeys[column];
  const line = column === 'line' ? `, e.line ${way}` : '';
  const rows = db.iterateArrays(
    `SELECT e.id FROM json_each(?) j JOIN event e ON e.id = j.value JOIN source s ON s.id = e.source_id
     LEFT JOIN record r ON r.id = e.record_id
     ORDER BY ${by} IS NULL, ${by} ${way}${line}, j.key`,
    `[${ids.join(',')}]`,
  );
  const order = new Uint32Array(ids.length);
  let at = 0;
  for (const [id] of rows) order[at++] = Number(id);
  return order.subarray(0, at);
}
