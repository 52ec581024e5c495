import type { Estate } from '../../../shared/model/estate';
import type { SystemId } from '../../../shared/model/ids';
import { type Disposition, dispositions } from '../../../shared/model/vocabulary';
import type { Database } from '../store/database';
import { acknowledgedBit, dispositionWord } from './dispose';
import { findFlow } from './flow-name';
import type { FlowSendings } from './flow-sendings';
import { reconciliation } from './reconciliation';

const indexOf = new Map<Disposition, number>(dispositions.map((word, i) => [word, i]));

/** The sent events of a flow ("A > B") with what became of each. */
export function sendingsOfFlow(db: Database, estate: Estate, flow: string): FlowSendings {
  const { from, to } = findFlow(db, flow);
  const found = reconciliation(db, estate);
  const events: number[] = [];
  const times: number[] = [];
  const results: number[] = [];
  const sets: number[] = [];
  const rows = db.iterateArrays(
    `SELECT e.id, e.time, e.attributes_id, e.peer_id
     FROM event e JOIN activity a ON a.id = e.activity_id
     WHERE a.kind = 'sent' AND e.system_id = ? AND (e.peer_id = ? OR e.peer_id IS NULL)`,
    from,
    to,
  );
  const nameless: number[] = [];
  for (const [id, time, set, peer] of rows) {
    const word = dispositionWord(found.outcomeOf(Number(id)) & ~acknowledgedBit);
    if (word === null) continue;
    if (peer === null) nameless.push(events.length);
    events.push(Number(id));
    times.push(time === null ? Number.NaN : Number(time));
    results.push(indexOf.get(word) ?? 0);
    sets.push(Number(set ?? 0));
  }
  // A line that names no peer belongs to the flow where matching put it.
  const elsewhere = new Set(nameless.filter((i) => writerOf(db, found.partnerOf(events[i] ?? 0)) !== to));
  const kept = events.flatMap((_, i) => (elsewhere.has(i) ? [] : [i]));
  return {
    from: from as SystemId,
    to: to as SystemId,
    count: kept.length,
    event: Float64Array.from(kept, (i) => events[i] ?? 0),
    sentAt: Float64Array.from(kept, (i) => times[i] ?? Number.NaN),
    disposition: Uint8Array.from(kept, (i) => results[i] ?? 0),
    attributes: Int32Array.from(kept, (i) => sets[i] ?? 0),
  };
}

const writerOf = (db: Database, event: number): number | null =>
  event === 0
    ? null
    : (db.get<{ id: number | null }>('SELECT system_id AS id FROM event WHERE id = ?', event)?.id ?? null);
