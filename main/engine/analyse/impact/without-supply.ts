import type { ImpactNode } from '../../../../shared/contract/analysis-methods';
import type { SystemId } from '../../../../shared/model/ids';
import { linesOf } from '../evidence-lines';
import { list } from '../wording';
import type { LiveFlow } from './flow-graph';
import { ownerOfSystem } from './owner-shown';
import { isDown, type Stopped, systemName } from './stopped';

interface Lack {
  readonly id: SystemId;
  /** Null where no source says what the flow carries. */
  readonly dataset: string | null;
  readonly path: readonly string[];
  readonly because: string;
}

/**
 * Systems that run on and get nothing new of a dataset, because it came from what stopped, directly or
 * through others: what they show grows old. A system that creates the dataset itself is no such system.
 */
export function withoutSupply(scene: Stopped, flows: readonly LiveFlow[]): readonly ImpactNode[] {
  const { estate, systems } = scene;
  const creates = new Set(
    [...estate.holdings.values()]
      .filter((holding) => holding.role.value === 'system of record')
      .map((holding) => `${holding.system} ${estate.datasets.get(holding.dataset)?.name ?? ''}`),
  );
  const onward = new Map<SystemId, LiveFlow[]>();
  for (const flow of flows) {
    const known = onward.get(flow.from);
    if (known) known.push(flow);
    else onward.set(flow.from, [flow]);
  }
  const found = new Map<string, Lack>();
  const waiting: Lack[] = [];
  const add = (lack: Lack): void => {
    const key = `${lack.id} ${lack.dataset ?? ''}`;
    if (systems.has(lack.id) || found.has(key) || creates.has(key)) return;
    found.set(key, lack);
    waiting.push(lack);
  };
  for (const { from, to, datasets } of flows) {
    if (!systems.has(from)) continue;
    for (const dataset of datasets.length > 0 ? datasets : [null]) {
      add({
        id: to,
        dataset,
        path: [systemName(estate, from), systemName(estate, to)],
        because: isDown(scene, from),
      });
    }
  }
  for (let lack = waiting.shift(); lack; lack = waiting.shift()) {
    for (const { from, to, datasets } of onward.get(lack.id) ?? []) {
      if (lack.dataset === null || !datasets.includes(lack.dataset)) continue;
      add({
        id: to,
        dataset: lack.dataset,
        path: [...lack.path, systemName(estate, to)],
        because: `${systemName(estate, from)} gets none from ${lack.path.at(-2) ?? ''}`,
      });
    }
  }
  const bySystem = new Map<SystemId, Lack[]>();
  for (const lack of found.values()) bySystem.set(lack.id, [...(bySystem.get(lack.id) ?? []), lack]);
  return [...bySystem]
    .map(([id, lacks]): ImpactNode => {
      const named = lacks.flatMap(({ dataset }) => dataset ?? []).sort();
      return {
        kind: 'system',
        name: systemName(estate, id),
        ...ownerOfSystem(estate.systems.get(id)),
        because: `gets nothing new${named.length > 0 ? ` of ${list(named)}` : ''}: ${[...new Set(lacks.map((one) => one.because))].join('; ')}`,
        path: lacks[0]?.path ?? [],
        evidence: linesOf(
          [...estate.flows.values()]
            .filter(
              (flow) =>
                flow.to === id && lacks.some((one) => one.path.at(-2) === systemName(estate, flow.from)),
            )
            .flatMap((flow) => flow.citations),
        ),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
