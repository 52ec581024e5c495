import type { ReconcileDay, ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import { dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { noDay } from './count-outcomes';
import { acknowledgedBit, dispositionWord, outcome } from './dispose';
import { findFlow } from './flow-name';
import type { FlowReckoning } from './flow-reckoning';
import { type Reconciliation, reconciliation } from './reconciliation';

export interface FlowFilter {
  /** "A > B". */
  readonly flow?: string | undefined;
}

export interface PeriodFilter extends FlowFilter {
  /** ISO 8601; sends and receipts at or after `from` and before `to` are counted. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Every flow's reckoning, by name. A period only narrows what is counted: what became of a message is
 * judged with all logs.
 */
export function reconcile(db: Database, estate: Estate, filter: PeriodFilter = {}): readonly ReconcileRow[] {
  const found = reconciliation(db, estate);
  const flows = chosenFlows(db, found, filter);
  if (filter.from === undefined && filter.to === undefined) return flows.map(({ row }) => row);
  return countPeriod(db, found, flows, filter);
}

/** The cells of the heat map: a flow's sends of each day. */
export function reconcileDays(
  db: Database,
  estate: Estate,
  filter: FlowFilter = {},
): readonly ReconcileDay[] {
  const found = reconciliation(db, estate);
  const chosen = new Map(
    chosenFlows(db, found, filter).map((flow) => [`${flow.fromId} ${flow.toId}`, flow.row]),
  );
  const cells = new Map<string, { row: ReconcileRow; day: number; counts: Record<string, number> }>();
  for (const { from, to, day, outcome: result, events } of found.days()) {
    const row = chosen.get(`${from} ${to}`);
    const word = dispositionWord(result);
    if (!row || !word) continue;
    const key = `${from} ${to} ${day}`;
    const cell = cells.get(key) ?? { row, day, counts: {} };
    cell.counts[word] = events;
    cells.set(key, cell);
  }
  return [...cells.values()]
    .sort(
      (a, b) =>
        (a.row.from < b.row.from ? -1 : a.row.from > b.row.from ? 1 : 0) ||
        (a.row.to < b.row.to ? -1 : a.row.to > b.row.to ? 1 : 0) ||
        a.day - b.day,
    )
    .map(({ row, day, counts }) => ({
      from: row.from,
      to: row.to,
      day: day === noDay ? null : new Date(day * 86_400_000).toISOString().slice(0, 10),
      counts,
    }));
}

export function chosenFlows(
  db: Database,
  found: Reconciliation,
  { flow }: FlowFilter,
): readonly FlowReckoning[] {
  if (flow === undefined) return found.flows;
  const { from, to } = findFlow(db, flow);
  return found.flows.filter((f) => f.fromId === from && f.toId === to);
}

function countPeriod(
  db: Database,
  found: Reconciliation,
  flows: readonly FlowReckoning[],
  filter: PeriodFilter,
): readonly ReconcileRow[] {
  const from = filter.from === undefined ? -Number.MAX_SAFE_INTEGER : Date.parse(filter.from) * 1000;
  const to = filter.to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(filter.to) * 1000;
  const rows = new Map(
    flows.map((flow) => [
      `${flow.fromId} ${flow.toId}`,
      { ...flow.row, ...zeroes, notes: [...flow.row.notes] } as Mutable<ReconcileRow>,
    ]),
  );
  const events = db.iterateArrays(
    `SELECT e.id, coalesce(e.system_id, 0), coalesce(e.peer_id, 0), a.kind
     FROM folded_event e JOIN activity a ON a.id = e.activity_id
     WHERE e.time >= ? AND e.time < ? AND a.kind IN ('sent', 'received', 'queued')`,
    from,
    to,
  );
  for (const [id, writer, peer, kind] of events) {
    const isReceipt = kind === 'received';
    // A line that names no peer is counted where matching put it.
    const other = Number(peer) || peerOf(db, found, Number(id));
    const row = rows.get(isReceipt ? `${other} ${writer}` : `${writer} ${other}`);
    if (!row) continue;
    const byte = found.outcomeOf(Number(id));
    const result = byte & ~acknowledgedBit;
    if (isReceipt) row.received += 1;
    if (result === outcome.extra) row.extra += 1;
    else if (result === outcome.receivedAgain) row.receivedAgain += 1;
    else if (result === outcome.stuck) row.stuck += 1;
    if (kind !== 'sent') continue;
    const word = dispositionWord(result);
    if (word === null) continue;
    row.sent += 1;
    row[word] += 1;
    if (word === 'lost' && byte !== result) row.acknowledgedLost += 1;
  }
  return [...rows.values()];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const zeroes = {
  ...(Object.fromEntries(dispositions.map((word) => [word, 0])) as Record<
    (typeof dispositions)[number],
    number
  >),
  sent: 0,
  received: 0,
  extra: 0,
  stuck: 0,
  receivedAgain: 0,
  acknowledgedLost: 0,
};

function peerOf(db: Database, found: Reconciliation, event: number): number {
  const partner = found.partnerOf(event);
  if (partner === 0) return 0;
  return (
    db.get<{ id: number | null }>('SELECT system_id AS id FROM folded_event WHERE id = ?', partner)?.id ?? 0
  );
}
