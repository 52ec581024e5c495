import type { ImpactNode } from '../../../../shared/contract/analysis-methods';
import type { Holding } from '../../../../shared/model/estate';
import type { DatasetId } from '../../../../shared/model/ids';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { linesOf } from '../evidence-lines';
import type { Traffic } from '../lineage/traffic';
import { list } from '../wording';
import { chainTo, keyOf } from './dependency-graph';
import type { LiveFlow } from './flow-graph';
import { otherCopies } from './other-copies';
import { ownerInCells } from './owner-shown';
import { type Stopped, withReason } from './stopped';

const ownerRoles: readonly ResponsibilityRole[] = [
  'information asset owner',
  'owner',
  'business owner',
  'controller',
];

/**
 * The datasets held in what stopped. Where another holding goes on the words say which: a copy is as old as
 * its last transfer, and a second system of record may hold other people's records. Where the inventory knows
 * of none, what extracts and logs show elsewhere is named as copies that may be there.
 */
export function unreachableDatasets(
  scene: Stopped,
  flows: readonly LiveFlow[],
  traffic: readonly Traffic[],
): readonly ImpactNode[] {
  const { estate, systems, graph, stopped } = scene;
  const receivedOver = new Map(traffic.map(({ from, to, received }) => [`${from} ${to}`, received ?? 0]));
  const byDataset = new Map<DatasetId, Holding[]>();
  for (const holding of estate.holdings.values()) {
    if (holding.citations.length === 0 || holding.role.value === 'transit') continue;
    byDataset.set(holding.dataset, [...(byDataset.get(holding.dataset) ?? []), holding]);
  }
  const name = (holding: Holding): string => estate.systems.get(holding.system)?.name ?? '';
  const found: ImpactNode[] = [];
  for (const [id, holdings] of byDataset) {
    const down = holdings.filter((holding) => systems.has(holding.system));
    const [first] = down;
    if (!first) continue;
    const left = holdings.filter((holding) => !systems.has(holding.system));
    const held = list(down.map((holding) => withReason(scene, holding.system)));
    const remains = left.map((holding) =>
      holding.role.value === null ? name(holding) : `${name(holding)} (${holding.role.value})`,
    );
    const chain = chainTo(graph, stopped, keyOf('system', first.system));
    const dataset = estate.datasets.get(id);
    const cells = [
      ...down.flatMap((holding) => holding.responsibilities),
      ...(dataset?.responsibilities ?? []),
    ];
    const owner = ownerInCells(ownerRoles.flatMap((role) => cells.filter((cell) => cell.role === role)));
    const copies = left.length === 0 && dataset ? otherCopies(scene, dataset, flows, receivedOver) : null;
    found.push({
      kind: 'dataset',
      name: dataset?.name ?? '',
      ...owner,
      because:
        left.length === 0
          ? copies?.words
            ? `recorded as held only in ${held}; copies may be in ${copies.words}`
            : `held only in ${held}`
          : `held in ${held}; still held in ${list(remains)}, which may be older or hold other records`,
      path: [...chain.path, dataset?.name ?? ''],
      evidence: linesOf([
        ...down.flatMap((holding) => holding.citations),
        ...chain.citations,
        ...(copies?.citations ?? []),
      ]),
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
