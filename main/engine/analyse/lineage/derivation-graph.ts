import type { Estate, FieldEnd } from '../../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../../shared/model/ids';
import type {
  LineageEdge,
  LineageGraph,
  LineageGroup,
  LineageNode,
} from '../../../../shared/model/lineage-graph';
import { nodeKey } from '../../store/names/name-key';
import { fieldNodeId, heldNodeId, placedFieldEdges } from './field-edges';

/** An edge that says "made from", not "sent to". */
export function derivationEdge(from: string, to: string, datasets: readonly string[] = []): LineageEdge {
  return {
    id: `${from}>${to}`,
    from,
    to,
    datasets,
    declared: true,
    observed: false,
    status: 'live',
    sent: null,
    received: null,
    lost: null,
    count: null,
    medianSeconds: null,
    flowIds: [],
    isDerivation: true,
  };
}

const plainNode = (
  id: string,
  kind: LineageNode['kind'],
  name: string,
  group: string | null,
): LineageNode => ({
  id,
  kind,
  name,
  group,
  lines: [],
  isDeclared: true,
  status: 'live',
  flags: [],
  subjectId: null,
});

/** Collects nodes, groups and edges by id. */
class Collector {
  readonly nodes = new Map<string, LineageNode>();
  readonly groups = new Map<string, LineageGroup>();
  readonly edges = new Map<string, LineageEdge>();

  node(id: string, make: () => LineageNode): string {
    if (!this.nodes.has(id)) this.nodes.set(id, make());
    return id;
  }

  edge(from: string, to: string, seen: { isDeclared: boolean; isObserved: boolean }): void {
    const edge = derivationEdge(from, to);
    const before = this.edges.get(edge.id);
    this.edges.set(edge.id, {
      ...edge,
      declared: seen.isDeclared || before?.declared === true,
      observed: seen.isObserved || before?.observed === true,
    });
  }

  graph(level: LineageGraph['level']): LineageGraph {
    const byId = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
      [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      level,
      groups: byId(this.groups.values()),
      nodes: byId(this.nodes.values()),
      edges: byId(this.edges.values()),
    };
  }
}

/** The fields of datasets, grouped by dataset in its system, and which is made from which. */
export function fieldGraph(estate: Estate): LineageGraph {
  const found = new Collector();
  const edges = placedFieldEdges(estate);
  const places = new Map<DatasetId, Set<SystemId | null>>();
  for (const { dataset, system } of edges.flatMap(({ from, to }) => [from, to])) {
    places.set(dataset, (places.get(dataset) ?? new Set()).add(system));
  }
  const nodeOf = (end: FieldEnd): string => {
    const dataset = estate.datasets.get(end.dataset)?.name ?? '';
    const system = end.system === null ? undefined : estate.systems.get(end.system)?.name;
    const isOnly = system === undefined || places.get(end.dataset)?.size === 1;
    const group = heldNodeId(estate, end);
    found.groups.set(group, {
      id: group,
      name: isOnly ? dataset : `${dataset} @ ${system}`,
      kind: 'dataset',
    });
    const id = fieldNodeId(estate, end);
    return found.node(id, () => ({
      ...plainNode(id, 'field', end.field, group),
      lines: isOnly ? [] : [{ label: 'System', text: system, state: 'known' as const }],
    }));
  };
  for (const { from, to } of edges)
    found.edge(nodeOf(from), nodeOf(to), { isDeclared: true, isObserved: false });
  return found.graph('field');
}

/** Jobs between the datasets that they read and write. */
export function jobGraph(estate: Estate): LineageGraph {
  const found = new Collector();
  // Not grouped: jobs stand between systems, and frames around datasets would tear their order apart.
  const datasetNode = (end: { readonly dataset: DatasetId; readonly system: SystemId | null }): string => {
    const dataset = estate.datasets.get(end.dataset)?.name ?? '';
    const system = end.system === null ? undefined : estate.systems.get(end.system)?.name;
    const id = `dataset:${nodeKey(dataset)}${system === undefined ? '' : `@${nodeKey(system)}`}`;
    return found.node(id, () => ({
      ...plainNode(id, 'dataset', dataset, null),
      lines: system === undefined ? [] : [{ label: 'System', text: system, state: 'known' as const }],
      subjectId: end.dataset,
    }));
  };
  for (const derivation of estate.derivations) {
    const { from, to, jobName } = derivation;
    if (!jobName) {
      if (from && to) found.edge(datasetNode(from), datasetNode(to), derivation);
      continue;
    }
    const { namespace, name } = jobName;
    const id = `job:${nodeKey(`${namespace ?? ''} ${name}`)}`;
    const job = found.node(id, () => ({
      ...plainNode(id, 'job', name, null),
      lines: namespace === null ? [] : [{ label: 'Namespace', text: namespace, state: 'known' as const }],
    }));
    if (from) found.edge(datasetNode(from), job, derivation);
    if (to) found.edge(job, datasetNode(to), derivation);
  }
  return found.graph('job');
}
