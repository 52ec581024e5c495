import type { AskedMode } from '../../../shared/contract/map-methods';
import { levelsWithModes } from '../../../shared/diagram/map-mode';
import type { MapMode } from '../../../shared/diagram/scene';
import type { LineageGraph, LineageNode } from '../../../shared/model/lineage-graph';
import { impactOf } from '../analyse/impact/impact';
import type { EngineContext } from '../context';

/** A mode as it was asked for, with what it needs to know of the case; nothing on levels that have none. */
export function modeOf(
  context: EngineContext,
  asked: AskedMode | undefined,
  graph: LineageGraph,
): MapMode | undefined {
  if (asked === undefined || !levelsWithModes.includes(graph.level)) return undefined;
  if (asked.kind === 'losses') return asked;
  const impact = impactOf(context.openCase.db, context.estate(), asked.of, true);
  const named = (nodes: readonly { readonly kind: string; readonly name: string }[]) => {
    const wanted = new Set(nodes.map(({ kind, name }) => `${kind} ${name}`));
    return new Set(graph.nodes.flatMap((node) => (wanted.has(keyOf(node)) ? node.id : [])));
  };
  return {
    kind: 'failure',
    of: impact.of,
    failed: named([{ kind: impact.kind, name: impact.of }]),
    unavailable: named(impact.unreachable),
    unsupplied: named(impact.degraded),
  };
}

const keyOf = ({ kind, name }: LineageNode): string => `${kind} ${name}`;
