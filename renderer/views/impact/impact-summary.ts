import type { ImpactNode } from '../../../shared/contract/analysis-methods';
import { t } from '../../strings/text';

const kinds = ['network', 'site', 'system', 'dataset', 'flow', 'organisation'] as const;

/** "2 sites, 14 systems and 9 datasets": what stops, sort by sort. */
export function countedByKind(nodes: readonly Pick<ImpactNode, 'kind'>[]): string {
  const parts = kinds.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [t(`impact.count.${kind}`, { count })];
  });
  const last = parts.at(-1);
  if (last === undefined) return t('impact.count.nothing');
  return parts.length === 1 ? last : t('impact.count.list', { first: parts.slice(0, -1).join(', '), last });
}
