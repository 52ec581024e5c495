import type { Estate } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import { type Disposition, dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { acknowledgedBit, dispositionNumber, dispositionWord } from './dispose';
import { findFlow } from './flow-name';
import type { FlowSendings } from './flow-sendings';
import { reconciliation } from './reconciliation';

const indexOf = new Map<Disposition, number>(dispositions.map((word, i) => [word, i]));

interface FlowEnds {
  readonly from: number;
  readonly to: number;
}

/** The sent events of a flow ("A > B") with what became of each. */
export function sendingsOfFlow(db: Database, estate: Estate, flow: string): FlowSendings {
  const ends = findFlow(db, flow);
  return sendingsOfFlows(db, estate, [ends])(ends.from, ends.to);
}

/** The same for several flows, by system ids, with all events read once. */
export function sendingsOfFlows(
  db: Database,
  estate: Estate,
  flows: readonly FlowEnds[],
): (from: number, to: number) => FlowSendings {
  const found = reconciliation(db, estate);
  const gathered = new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, new Gathered(flow)]));
  const bySender = new Map<number, Gathered[]>();
  for (const one of gathered.values()) {
    const list = bySender.get(one.flow.from);
    if (list) list.push(one);
    else bySender.set(one.flow.from, [one]);
  }
  const rows = db.iterateArrays(
    `SELECT e.id, e.time, e.attributes_id, e.peer_id, e.system_id
     FROM folded_event e JOIN activity a ON a.id = e.activity_id
     WHERE a.kind = 'sent' AND e.system_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...bySender.keys()]),
  );
  const nameless: { readonly id: number; readonly sender: number; readonly add: (to: Gathered) => void }[] =
    [];
  for (const [id, time, set, peer, sender] of rows) {
    const own = peer === null ? undefined : gathered.get(`${sender} ${peer}`);
    if (peer !== null && !own) continue;
    const word = dispositionWord(found.outcomeOf(Number(id)) & ~acknowledgedBit);
    if (word === null) continue;
    const add = (to: Gathered): void =>
      to.add(Number(id), time === null ? Number.NaN : Number(time), indexOf.get(word) ?? 0, Number(set ?? 0));
    if (own) add(own);
    else nameless.push({ id: Number(id), sender: Number(sender), add });
  }
  // A line that names no peer belongs to the flow where matching put it: its receipt's, else its list's.
  const listed = nameless.length > 0 ? flowsOfLists(found) : new Map<number, number>();
  for (const { id, sender, add } of nameless) {
    const to = writerOf(db, found.partnerOf(id)) ?? listed.get(id);
    for (const one of bySender.get(sender) ?? []) if (one.flow.to === to) add(one);
  }
  return (from, to) => {
    const one = gathered.get(`${from} ${to}`);
    if (!one) throw new Error(`the flow ${from} > ${to} was not asked for`);
    return one.sendings();
  };
}

/** The receiving system of every send that is kept in a list, which is all that did not arrive in time. */
function flowsOfLists(found: ReturnType<typeof reconciliation>): ReadonlyMap<number, number> {
  const receivers = new Map<number, number>();
  for (const word of dispositions) {
    if (word === 'delivered') continue;
    for (const { to, events } of found.lists(dispositionNumber(word)))
      for (const event of events) receivers.set(event, to);
  }
  return receivers;
}

class Gathered {
  readonly #events: number[] = [];
  readonly #times: number[] = [];
  readonly #results: number[] = [];
  readonly #sets: number[] = [];

  constructor(readonly flow: FlowEnds) {}

  add(event: number, time: number, result: number, set: number): void {
    this.#events.push(event);
    this.#times.push(time);
    this.#results.push(result);
    this.#sets.push(set);
  }

  /** In order of the events, wherever a line that names no peer came in. */
  sendings(): FlowSendings {
    const order = this.#events.map((_, i) => i);
    const isSorted = order.every((i) => i === 0 || (this.#events[i - 1] ?? 0) < (this.#events[i] ?? 0));
    if (!isSorted) order.sort((a, b) => (this.#events[a] ?? 0) - (this.#events[b] ?? 0));
    return {
      from: this.flow.from as SystemId,
      to: this.flow.to as SystemId,
      count: order.length,
      event: Float64Array.from(order, (i) => this.#events[i] ?? 0),
      sentAt: Float64Array.from(order, (i) => this.#times[i] ?? Number.NaN),
      disposition: Uint8Array.from(order, (i) => this.#results[i] ?? 0),
      attributes: Int32Array.from(order, (i) => this.#sets[i] ?? 0),
    };
  }
}

const writerOf = (db: Database, event: number): number | null =>
  event === 0
    ? null
    : (db.get<{ id: number | null }>('SELECT system_id AS id FROM folded_event WHERE id = ?', event)?.id ??
      null);
