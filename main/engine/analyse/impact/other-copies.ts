import type { Citation } from '../../../../shared/model/citation';
import type { Dataset } from '../../../../shared/model/estate';
import type { SourceId, SystemId } from '../../../../shared/model/ids';
import { workOutDatasetNames } from '../../store/names/keep-names';
import { count, list } from '../wording';
import type { LiveFlow } from './flow-graph';
import { type Stopped, systemName } from './stopped';

/** Systems that go on and that no inventory names as holders, though their extracts or logs show copies. */
export interface OtherCopies {
  /** "Record (an extract lists 120 records)"; null where there are none. */
  readonly words: string | null;
  readonly citations: readonly Citation[];
}

/**
 * What was handed on before the failure: an inventory lists where a dataset belongs, an extract or a logged
 * receipt shows where else its records came to be. A receipt proves that a copy arrived, not that it was kept.
 */
export function otherCopies(
  { db, estate, systems }: Stopped,
  dataset: Dataset,
  flows: readonly LiveFlow[],
  receivedOver: ReadonlyMap<string, number>,
): OtherCopies {
  const found = new Map<SystemId, string>();
  const citations: Citation[] = [];
  const { as } = workOutDatasetNames(db);
  const names = [dataset.id, ...[...as].flatMap(([id, to]) => (to === dataset.id ? [id] : []))];
  const extracts = db.all<{ system: SystemId; source: SourceId; file: string; records: number }>(
    `SELECT x.system_id AS system, s.id AS source, s.name AS file, sum(d.events) AS records
     FROM folded_extract x JOIN source s ON s.id = x.source_id
     JOIN folded_day d ON d.source_id = s.id AND d.system_id = x.system_id
     JOIN activity k ON k.id = d.activity_id AND k.kind = 'held'
     WHERE x.dataset_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY s.name`,
    JSON.stringify(names),
  );
  for (const { system, source, file, records } of extracts) {
    if (systems.has(system)) continue;
    found.set(system, `an extract lists ${count(records, 'record')} of it`);
    citations.push({ sourceId: source, file, line: 1 });
  }
  for (const { from, to, datasets } of flows) {
    if (systems.has(to) || found.has(to) || !datasets.includes(dataset.name)) continue;
    const received = receivedOver.get(`${from} ${to}`) ?? 0;
    if (received === 0) continue;
    const carries =
      datasets.length > 1 ? 'of a flow that carries it among others' : 'of the flow that carries it';
    found.set(to, `its log shows ${count(received, 'message')} from ${systemName(estate, from)} ${carries}`);
  }
  const named = [...found]
    .map(([system, because]) => `${systemName(estate, system)} (${because})`)
    .sort((a, b) => (a < b ? -1 : 1));
  return { words: named.length === 0 ? null : list(named), citations };
}
