import type { ImpactRank, SharedDependency } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type { Database } from '../../store/database';
import { readTraffic } from '../lineage/traffic';
import { type DependencyGraph, type DependencyNode, dependencyGraph, stopsWith } from './dependency-graph';
import { type LiveFlow, liveFlows } from './flow-graph';
import { junctionsAmong, sharedAmong } from './shared-dependencies';

/**
 * Every system, site and network by how much stops with it: where to look first when nobody has named what
 * fails. What has no way round comes first, then what takes the most systems and flows along.
 */
export function impactRanking(db: Database, estate: Estate): readonly ImpactRank[] {
  const graph = dependencyGraph(estate);
  const flows = liveFlows(estate, readTraffic(db).pairs);
  const single = singlePoints(graph, flows, estate);
  return [...graph.nodes.values()]
    .map((node) => rankOf(graph, flows, node, single.get(`${node.kind} ${node.name}`) ?? null))
    .sort(
      (a, b) =>
        Number(b.isSinglePointOfFailure) - Number(a.isSinglePointOfFailure) ||
        b.stops - a.stops ||
        b.flows - a.flows ||
        b.supplies - a.supplies ||
        (a.name < b.name ? -1 : 1),
    );
}

/** Why there is no way round, by kind and name; a node that is both shared and a junction is told both. */
function singlePoints(
  graph: DependencyGraph,
  flows: readonly LiveFlow[],
  estate: Estate,
): ReadonlyMap<string, SharedDependency> {
  const found = new Map<string, SharedDependency>();
  for (const point of [
    ...sharedAmong(graph, graph.nodes.keys()),
    ...junctionsAmong(graph, flows, new Set(estate.systems.keys())),
  ]) {
    const key = `${point.kind} ${point.name}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined
        ? point
        : {
            ...known,
            because: `${known.because} ${point.because}`,
            evidence: [...known.evidence, ...point.evidence],
          },
    );
  }
  return found;
}

function rankOf(
  graph: DependencyGraph,
  flows: readonly LiveFlow[],
  node: DependencyNode,
  point: SharedDependency | null,
): ImpactRank {
  const down = new Set<SystemId>();
  for (const key of stopsWith(graph, node.key).keys()) {
    const one = graph.nodes.get(key);
    if (one?.kind === 'system') down.add(one.id as SystemId);
  }
  const stopped = flows.filter(({ from, to }) => down.has(from) || down.has(to));
  const supplied = new Set(
    stopped.filter(({ from, to }) => down.has(from) && !down.has(to)).map(({ to }) => to),
  );
  return {
    name: node.name,
    kind: node.kind,
    stops: down.size - (node.kind === 'system' ? 1 : 0),
    flows: stopped.length,
    supplies: supplied.size,
    isSinglePointOfFailure: point !== null,
    because: point?.because ?? null,
    evidence: point?.evidence ?? [],
  };
}
