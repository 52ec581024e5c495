import type { AskedMode } from '../../../shared/contract/map-methods';
import { hasMode } from '../../../shared/diagram/map-mode';
import type { MapMode } from '../../../shared/diagram/scene';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { impactOf } from '../analyse/impact/impact';
import type { EngineContext } from '../context';

/** A mode as it was asked for, with what it needs to know of the case; nothing on levels that have none. */
export function modeOf(
  context: EngineContext,
  asked: AskedMode | undefined,
  graph: LineageGraph,
): MapMode | undefined {
  if (asked === undefined || !hasMode(graph.level, asked.kind)) return undefined;
  if (asked.kind === 'losses') return asked;
  const impact = impactOf(context.openCase.db, context.estate(), asked.of, true);
  const idsIn = (systems: readonly { readonly kind: string; readonly name: string }[]) =>
    idsOfSystems(graph, new Set(systems.filter(({ kind }) => kind === 'system').map(({ name }) => name)));
  return {
    kind: 'failure',
    of: impact.of,
    failed: idsIn([{ kind: impact.kind, name: impact.of }]),
    unavailable: idsIn(impact.unreachable),
    // Which of its datasets a system goes without is not told apart here.
    unsupplied: graph.level === 'system' ? idsIn(impact.degraded) : new Set(),
  };
}

/** The nodes of these systems; a dataset is as available as the system in whose frame it stands. */
function idsOfSystems(
  { level, nodes, groups }: LineageGraph,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const frames = new Set(groups.filter(({ name }) => names.has(name)).map(({ id }) => id));
  return new Set(
    nodes.flatMap(({ id, name, group }) =>
      (level === 'dataset' ? group !== null && frames.has(group) : names.has(name)) ? id : [],
    ),
  );
}
