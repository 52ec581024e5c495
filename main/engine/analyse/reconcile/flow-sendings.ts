import type { SystemId } from '../../../../shared/model/ids';
import { type Disposition, dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { eventsOfMessages } from '../../store/events/postings/postings';
import type { OutcomeRows } from './outcome-rows';

/** The sent events of one flow with what became of each, as columns in any order. */
export interface FlowSendings {
  readonly from: SystemId;
  readonly to: SystemId;
  readonly count: number;
  /** Row ids of the sent events. */
  readonly event: Float64Array;
  /** Microseconds since 1970 UTC; NaN where the log has none. */
  readonly sentAt: Float64Array;
  /** Index into `dispositions`. */
  readonly disposition: Uint8Array;
  /** Row ids of attribute sets; 0 for none. */
  readonly attributes: Int32Array;
}

const lost = dispositions.indexOf('lost');
const arrived: ReadonlySet<number> = new Set(
  (['delivered', 'late'] satisfies Disposition[]).map((one) => dispositions.indexOf(one)),
);

/** An outcome's row with the sent event that it is about. */
export interface FlowOutcomes extends OutcomeRows {
  readonly event: Float64Array;
}

/**
 * Lost against delivered and late, in order of sending. Everything else (pending, unobservable, rejected,
 * filtered, duplicate) neither was lost nor shows that nothing was: it is left out.
 */
export function outcomesOf(db: Database, sendings: FlowSendings): FlowOutcomes {
  const kept: number[] = [];
  for (let i = 0; i < sendings.count; i++) {
    const disposition = sendings.disposition[i] ?? 0;
    if (disposition === lost || arrived.has(disposition)) kept.push(i);
  }
  const timeOf = (i: number): number => sendings.sentAt[i] ?? Number.NaN;
  // Rows without a time cannot be placed; they come first, so that spells among the others stay whole.
  kept.sort((a, b) => {
    const [x, y] = [timeOf(a), timeOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
    return x - y || (sendings.event[a] ?? 0) - (sendings.event[b] ?? 0);
  });
  const setIds: number[] = [];
  const indexOf = new Map<number, number>();
  const borrowed = borrowedSets(db, sendings, kept);
  const set = Int32Array.from(kept, (i) => {
    const id = sendings.attributes[i] || (borrowed.get(i) ?? 0);
    const index = indexOf.get(id) ?? setIds.push(id) - 1;
    indexOf.set(id, index);
    return index;
  });
  return {
    count: kept.length,
    lost: Uint8Array.from(kept, (i) => Number(sendings.disposition[i] === lost)),
    time: Float64Array.from(kept, timeOf),
    set,
    sets: readSets(db, setIds),
    event: Float64Array.from(kept, (i) => sendings.event[i] ?? 0),
  };
}

/** Above this many, looking each message up would take longer than the answer is worth. */
const mostBorrowed = 200_000;

/**
 * Where a sender's lines mostly carry no attributes, those that the message had at the systems before it:
 * the last earlier line of the same message id that has any.
 */
function borrowedSets(
  db: Database,
  sendings: FlowSendings,
  kept: readonly number[],
): ReadonlyMap<number, number> {
  const bare = kept.filter((i) => !sendings.attributes[i]);
  const found = new Map<number, number>();
  if (2 * bare.length < kept.length || bare.length > mostBorrowed) return found;
  for (const i of bare) {
    // Ids can repeat without end: a hundred lines of one are enough to look at.
    const event = sendings.event[i] ?? 0;
    const { message } =
      db.get<{ message: string | null }>('SELECT message FROM event WHERE id = ?', event) ?? {};
    if (message == null) continue;
    const row = db.get<{ set: number }>(
      `SELECT b.attributes_id AS "set" FROM json_each(?) j JOIN event b ON b.id = j.value
       JOIN event a ON a.id = ? AND b.time <= a.time
       WHERE b.id <> a.id AND b.attributes_id IS NOT NULL ORDER BY b.time DESC, b.id LIMIT 1`,
      JSON.stringify(eventsOfMessages(db, [message]).slice(0, 100)),
      event,
    );
    if (row) found.set(i, row.set);
  }
  return found;
}

type AttributeValues = Readonly<Record<string, string>>;

const setsPerRead = 20_000;

function readSets(db: Database, ids: readonly number[]): readonly AttributeValues[] {
  const sets: AttributeValues[] = ids.map(() => ({}));
  // By their keys, in portions: a case may hold millions of sets, of which a flow has a few.
  for (let from = 0; from < ids.length; from += setsPerRead) {
    const rows = db.iterateArrays(
      'SELECT j.key, a.json FROM json_each(?) j JOIN attribute_set a ON a.id = j.value',
      JSON.stringify(ids.slice(from, from + setsPerRead)),
    );
    for (const [key, json] of rows) sets[from + Number(key)] = JSON.parse(String(json)) as AttributeValues;
  }
  return sets;
}
