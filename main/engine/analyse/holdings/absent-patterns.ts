import type { PatternAnswer } from '../../../../shared/contract/analysis-methods';
import type { SystemId } from '../../../../shared/model/ids';
import { dispositions } from '../../../../shared/model/vocabulary';
import type { OpenCase } from '../../store/case-file';
import { explainLosses } from '../losses/explain-losses';
import { outcomesOf } from '../reconcile/flow-sendings';
import { type HoldingsRequest, heldEvents } from './holdings';

const lost = dispositions.indexOf('lost');
const delivered = dispositions.indexOf('delivered');

/**
 * What the records that only the first system holds have in common, against those that both hold: the same
 * question as for lost messages, asked of extracts, which have no times of their own.
 */
export function absentPatterns(openCase: OpenCase, request: HoldingsRequest): readonly PatternAnswer[] {
  const { onlyA, inBoth } = heldEvents(openCase, request);
  const attributesOf = new Map<number, number>();
  const rows = openCase.db.iterateArrays(
    'SELECT e.id, e.attributes_id FROM json_each(?) j JOIN event e ON e.id = j.value WHERE e.attributes_id IS NOT NULL',
    JSON.stringify([...onlyA, ...inBoth]),
  );
  for (const [event, attributes] of rows) attributesOf.set(Number(event), Number(attributes));
  const events = [...onlyA, ...inBoth];
  const outcomes = outcomesOf(openCase.db, {
    from: 0 as SystemId,
    to: 0 as SystemId,
    count: events.length,
    event: Float64Array.from(events),
    sentAt: new Float64Array(events.length).fill(Number.NaN),
    disposition: Uint8Array.from(events, (_, i) => (i < onlyA.length ? lost : delivered)),
    attributes: Int32Array.from(events, (event) => attributesOf.get(event) ?? 0),
  });
  return explainLosses(outcomes).patterns.map(({ matches: _, ...pattern }) => pattern);
}
