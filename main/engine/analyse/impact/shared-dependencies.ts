import type { SharedDependency } from '../../../../shared/contract/analysis-methods';
import type { SystemId } from '../../../../shared/model/ids';
import { linesOf } from '../evidence-lines';
import { count, list } from '../wording';
import { type DependencyGraph, type NodeKey, stopsWith } from './dependency-graph';
import { articulationPoints, type LiveFlow } from './flow-graph';

/**
 * What several sites need alike, among the nodes given. Two sites that both need one firewall are one site
 * to that firewall, whatever the drawing says.
 */
export function sharedAmong(graph: DependencyGraph, keys: Iterable<NodeKey>): readonly SharedDependency[] {
  const shared: SharedDependency[] = [];
  for (const key of keys) {
    const node = graph.nodes.get(key);
    if (!node) continue;
    const stopped = stopsWith(graph, key);
    const others = [...stopped.keys()].flatMap((one) => (one === key ? [] : (graph.nodes.get(one) ?? [])));
    const sites = others.filter((one) => one.kind === 'site').map((one) => one.name);
    if (sites.length < 2) continue;
    const systems = others.filter((one) => one.kind === 'system').map((one) => one.name);
    shared.push({
      name: node.name,
      kind: node.kind,
      sites: sites.sort(),
      systems: systems.sort(),
      isSinglePointOfFailure: true,
      because: `${list(sites)} all need ${node.name}, directly or through others; no source names a way round it. ${count(systems.length, 'system')} ${systems.length === 1 ? 'stops' : 'stop'} with it.`,
      evidence: linesOf([...stopped.values()].flatMap((need) => need?.citations ?? [])),
    });
  }
  return shared.sort((a, b) => b.systems.length - a.systems.length || (a.name < b.name ? -1 : 1));
}

/** Systems through which everything between the others has to pass, by the flows; where it is one of `among`. */
export function junctionsAmong(
  graph: DependencyGraph,
  flows: readonly LiveFlow[],
  among: ReadonlySet<SystemId>,
): readonly SharedDependency[] {
  const points = articulationPoints(flows);
  return [...among].flatMap((id): readonly SharedDependency[] => {
    const parts = points.get(id);
    const node = graph.nodes.get(`system ${id}`);
    if (parts === undefined || !node) return [];
    const beside = new Set(
      flows
        .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
        .filter((one) => one !== id),
    );
    const names = [...beside].flatMap((one) => graph.nodes.get(`system ${one}`)?.name ?? []).sort();
    return [
      {
        name: node.name,
        kind: 'system',
        sites: [],
        systems: names,
        isSinglePointOfFailure: true,
        because: `Without ${node.name} the flows fall into ${count(parts, 'part')} that nothing connects: every way between them passes through it.`,
        evidence: linesOf(node.citations),
      },
    ];
  });
}
