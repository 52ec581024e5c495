import type { Dataset, Estate, Flow, Holding, RoleCell, System } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type {
  LineageEdge,
  LineageGraph,
  LineageGroup,
  LineageNode,
} from '../../../../shared/model/lineage-graph';
import type { FlowStatus, MapGrouping } from '../../../../shared/model/vocabulary';
import { nameKey, nodeKey } from '../../store/names/name-key';
import { mergeCells, organisationOf } from '../ownership/ownership';
import type { FlowLoss } from '../reconcile/known-losses';
import { cardLines, flagsOf } from './card';
import { derivationEdge } from './derivation-graph';
import type { Traffic } from './traffic';

export interface LineageInput {
  readonly estate: Estate;
  readonly traffic: readonly Traffic[];
  readonly writers: ReadonlySet<SystemId>;
  /** What is known of losses by "from to" system ids; null until the case has been reconciled. */
  readonly lost: ReadonlyMap<string, FlowLoss> | null;
  /** ISO date that "past end of life" is measured against: the case's last log line, never the wall clock. */
  readonly asOf: string | null;
}

export const systemNodeId = (name: string): string => `system:${nodeKey(name)}`;
const groupNodeId = (kind: string, name: string): string => `${kind}:${nameKey(name)}`;

/** Everything the sources say about flows from one system to another, and what logs show of it. */
interface Pair {
  readonly from: SystemId;
  readonly to: SystemId;
  readonly flows: Flow[];
  traffic: Traffic | null;
}

/** The map at system level: every system that any source names, and every declared or observed pair. */
export function systemGraph(input: LineageInput, groupBy: MapGrouping): LineageGraph {
  const { estate } = input;
  const systems = [...estate.systems.values()].filter((system) => system.citations.length > 0);
  const groups = new Map<string, LineageGroup>();
  const nodes = systems.map((system): LineageNode => {
    const group = groupOf(system, groupBy);
    if (group) groups.set(group.id, group);
    return {
      id: systemNodeId(system.name),
      kind: 'system',
      name: system.name,
      ...(system.otherNames.length > 0 ? { otherNames: system.otherNames.map((other) => other.name) } : {}),
      group: group?.id ?? null,
      lines: cardLines(system),
      isDeclared: system.isDeclared,
      status: statusOfSystem(system),
      flags: flagsOf(system, input.asOf),
      subjectId: system.id,
    };
  });
  const name = (id: SystemId): string => estate.systems.get(id)?.name ?? '';
  const edges = pairsOf(input).map((pair) =>
    edgeOf(pair, systemNodeId(name(pair.from)), systemNodeId(name(pair.to)), input),
  );
  const edgesOf = edgesByNode(edges);
  // A system is planned where its inventory says so, and not by its flows.
  const named = nodes.map((node) => ({
    ...namedByEdges(node, edgesOf.get(node.id) ?? []),
    status: node.status,
  }));
  return { level: 'system', groups: byName([...groups.values()]), nodes: byName(named), edges: byId(edges) };
}

function groupOf(system: System, groupBy: MapGrouping): LineageGroup | null {
  if (groupBy === 'none') return null;
  const name = groupBy === 'organisation' ? organisationOf(system) : system.site.value;
  return name === null ? null : { id: groupNodeId(groupBy, name), name, kind: groupBy };
}

function statusOfSystem(system: System): FlowStatus {
  const claims = system.attributes.get('Status') ?? [];
  const word = claims[0]?.value.toLowerCase() ?? '';
  return word.includes('plan') ? 'planned' : word.includes('retire') ? 'retired' : 'live';
}

function pairsOf(input: LineageInput): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const pair = (from: SystemId, to: SystemId): Pair => {
    const key = `${from} ${to}`;
    const found = pairs.get(key) ?? { from, to, flows: [], traffic: null };
    pairs.set(key, found);
    return found;
  };
  for (const flow of input.estate.flows.values())
    if (flow.isDeclared) pair(flow.from, flow.to).flows.push(flow);
  for (const traffic of input.traffic) pair(traffic.from, traffic.to).traffic = traffic;
  for (const derivation of input.estate.derivations) {
    const { from, to } = derivation;
    if (from?.system && to?.system && from.system !== to.system) pair(from.system, to.system);
  }
  return [...pairs.values()];
}

/** Live when any of its flows is; planned or retired only when all are. */
function statusOfFlows(flows: readonly Flow[]): FlowStatus {
  const statuses = flows.map((flow) => flow.status.value ?? 'live');
  if (statuses.length === 0 || statuses.includes('live')) return 'live';
  return statuses.includes('planned') ? 'planned' : 'retired';
}

function edgeOf(pair: Pair, from: string, to: string, input: LineageInput): LineageEdge {
  const { traffic, flows } = pair;
  const loss = input.lost?.get(`${pair.from} ${pair.to}`);
  const datasets = flows.flatMap((flow) =>
    flow.dataset === null ? [] : [input.estate.datasets.get(flow.dataset)?.name ?? ''],
  );
  const derived = input.estate.derivations.filter(
    (d) => d.from?.system === pair.from && d.to?.system === pair.to,
  );
  return {
    id: `${from}>${to}`,
    from,
    to,
    datasets: [...new Set(datasets)].sort(),
    declared: flows.length > 0 || derived.some((d) => d.isDeclared),
    observed: traffic !== null || derived.some((d) => d.isObserved),
    status: statusOfFlows(flows),
    sent: input.writers.has(pair.from) ? (traffic?.sent ?? 0) : null,
    received: input.writers.has(pair.to) ? (traffic?.received ?? 0) : null,
    lost: loss?.lost ?? null,
    ...unobserved(loss?.unobservable),
    count: null,
    medianSeconds: null,
    flowIds: flows.map((flow) => flow.id),
    ...(flows.length === 0 && traffic === null ? { isDerivation: true } : {}),
  };
}

/** The map at organisation level: what passes between organisations, with flows inside one as a loop on it. */
export function organisationGraph(input: LineageInput): LineageGraph {
  const unknown = 'Organisation not recorded';
  const ofSystem = new Map<string, string>();
  const members = new Map<string, System[]>();
  for (const system of input.estate.systems.values()) {
    if (system.citations.length === 0) continue;
    const name = organisationOf(system) ?? unknown;
    ofSystem.set(systemNodeId(system.name), name);
    members.set(name, [...(members.get(name) ?? []), system]);
  }
  const nodes = [...members].map(
    ([name, systems]): LineageNode => ({
      id: groupNodeId('organisation', name),
      kind: 'organisation',
      name,
      group: null,
      lines: [
        { label: 'Systems', text: String(systems.length), state: 'known' },
        ...(name === unknown
          ? [{ label: 'Owner', text: 'not recorded', state: 'not recorded' as const }]
          : []),
      ],
      isDeclared: name !== unknown,
      status: 'live',
      flags: [],
      subjectId: null,
    }),
  );
  const merged = new Map<string, LineageEdge>();
  for (const edge of systemGraph(input, 'none').edges) {
    const from = groupNodeId('organisation', ofSystem.get(edge.from) ?? unknown);
    const to = groupNodeId('organisation', ofSystem.get(edge.to) ?? unknown);
    const id = `${from}>${to} ${edge.status}`;
    const before = merged.get(id);
    merged.set(id, before ? mergeEdges(before, edge) : { ...edge, id, from, to });
  }
  return { level: 'organisation', groups: [], nodes: byName(nodes), edges: byId([...merged.values()]) };
}

const sum = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

const unobserved = (count = 0): Pick<LineageEdge, 'unobservable'> =>
  count === 0 ? {} : { unobservable: count };

function mergeEdges(a: LineageEdge, b: LineageEdge): LineageEdge {
  return {
    ...a,
    datasets: [...new Set([...a.datasets, ...b.datasets])].sort(),
    declared: a.declared || b.declared,
    observed: a.observed || b.observed,
    sent: sum(a.sent, b.sent),
    received: sum(a.received, b.received),
    lost: sum(a.lost, b.lost),
    ...unobserved((a.unobservable ?? 0) + (b.unobservable ?? 0)),
    flowIds: [...a.flowIds, ...b.flowIds],
  };
}

/** The map at dataset level: each dataset in each system that holds or passes it, grouped by system. */
export function datasetGraph(input: LineageInput): LineageGraph {
  const { estate } = input;
  const nodes = new Map<string, LineageNode>();
  const groups = new Map<string, LineageGroup>();
  const nodeFor = (datasetId: Flow['dataset'], systemId: SystemId | null): string => {
    const dataset =
      datasetId === null ? 'Dataset not recorded' : (estate.datasets.get(datasetId)?.name ?? '');
    const system = systemId === null ? undefined : estate.systems.get(systemId);
    const group = system ? systemNodeId(system.name) : null;
    const id = `dataset:${nodeKey(dataset)}${system ? `@${nodeKey(system.name)}` : ''}`;
    if (nodes.has(id)) return id;
    if (system && group) groups.set(group, { id: group, name: system.name, kind: 'system' });
    const holding = [...estate.holdings.values()].find(
      (h) => h.dataset === datasetId && h.system === systemId,
    );
    nodes.set(id, {
      id,
      kind: 'dataset',
      name: dataset,
      group,
      lines: datasetLines(holding, datasetId === null ? undefined : estate.datasets.get(datasetId)),
      isDeclared: holding !== undefined && holding.citations.length > 0,
      status: 'live',
      flags: [],
      subjectId: datasetId,
    });
    return id;
  };
  for (const holding of estate.holdings.values())
    if (holding.citations.length > 0) nodeFor(holding.dataset, holding.system);
  const edges = new Map<string, LineageEdge>();
  for (const pair of pairsOf(input)) {
    const flows: readonly (Flow | null)[] = pair.flows.length > 0 ? pair.flows : pair.traffic ? [null] : [];
    for (const flow of flows) {
      const from = nodeFor(flow?.dataset ?? null, pair.from);
      const to = nodeFor(flow?.dataset ?? null, pair.to);
      const edge = edgeOf({ ...pair, flows: flow ? [flow] : [] }, from, to, input);
      // A log counts messages between systems, not by dataset: with several datasets the share is not known.
      edges.set(edge.id, pair.flows.length > 1 ? withoutCounts(edge) : edge);
    }
  }
  const made = new Map<string, Estate['derivations'][number][]>();
  for (const derivation of estate.derivations) {
    const { from, to } = derivation;
    if (!from || !to) continue;
    const a = nodeFor(from.dataset, from.system);
    const b = nodeFor(to.dataset, to.system);
    const id = `${a}>${b}`;
    if (edges.has(id) && !made.has(id)) continue;
    const by = [...(made.get(id) ?? []), derivation];
    made.set(id, by);
    const jobs = by.flatMap((one) => (one.job === null ? [] : [one.job]));
    edges.set(id, {
      ...derivationEdge(a, b, [...new Set(jobs)].sort()),
      declared: by.some((one) => one.isDeclared),
      observed: by.some((one) => one.isObserved),
    });
  }
  const edgesOf = edgesByNode(edges.values());
  return {
    level: 'dataset',
    groups: byName([...groups.values()]),
    nodes: byName([...nodes.values()].map((node) => namedByEdges(node, edgesOf.get(node.id) ?? []))),
    edges: byId([...edges.values()]),
  };
}

function withoutCounts({ unobservable: _, ...edge }: LineageEdge): LineageEdge {
  return { ...edge, sent: null, received: null, lost: null };
}

function edgesByNode(edges: Iterable<LineageEdge>): ReadonlyMap<string, readonly LineageEdge[]> {
  const found = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    for (const id of new Set([edge.from, edge.to])) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [edge]);
      else known.push(edge);
    }
  }
  return found;
}

/** What no inventory lists may still be declared: by a register's flow, or by what a job is said to make. */
function namedByEdges(node: LineageNode, edges: readonly LineageEdge[]): LineageNode {
  if (node.isDeclared) return node;
  const declared = edges.filter((edge) => edge.declared);
  const flows = declared.filter((edge) => edge.isDerivation !== true);
  if (flows.length === 0) return declared.length === 0 ? node : { ...node, namedBy: 'job' };
  const isPlanned = edges.every((edge) => edge.declared && edge.status === 'planned');
  return { ...node, namedBy: 'flow', status: isPlanned ? 'planned' : 'live' };
}

/** Whose a dataset is, in the order in which one is looked for; the same answers as the owners matrix gives. */
const holderRoles = ['information asset owner', 'controller', 'business owner'] as const;
const roleWords = {
  'information asset owner': 'asset owner',
  controller: 'controller',
  'business owner': 'business owner',
} as const;

function datasetLines(holding: Holding | undefined, dataset: Dataset | undefined): LineageNode['lines'] {
  if (dataset === undefined) return [];
  const cells = mergeCells(holding?.responsibilities ?? [], dataset.responsibilities);
  const owner = ownerLine(cells);
  if (holding === undefined) return [owner];
  const controller = cells.find((cell) => cell.role === 'controller');
  return [
    owner,
    {
      label: 'Held as',
      text: holding.role.value ?? holding.role.state,
      state: holding.role.value
        ? 'known'
        : holding.role.state === 'conflicting'
          ? 'conflicting'
          : 'not recorded',
    },
    {
      label: 'Controller',
      text: controller?.parties.map((p) => p.partyName).join(' | ') || (controller?.state ?? 'not recorded'),
      state: controller?.state === 'clear' ? 'known' : (controller?.state ?? 'not recorded'),
    },
  ];
}

/** The first of the roles that anybody is named in; where nobody is, a blank is told from a question nobody asks. */
function ownerLine(cells: readonly RoleCell[]): LineageNode['lines'][number] {
  for (const role of holderRoles) {
    const cell = cells.find((one) => one.role === role && one.parties.length > 0);
    if (cell === undefined) continue;
    const names = cell.parties.map((party) => party.partyName).join(' | ');
    return {
      label: 'Owner',
      text: `${names} (${roleWords[role]})`,
      state: cell.state === 'conflicting' ? 'conflicting' : 'known',
    };
  }
  const isBlank = cells.some(
    ({ role, state }) => state === 'missing' && holderRoles.some((one) => one === role),
  );
  const state = isBlank ? 'missing' : 'not recorded';
  return { label: 'Owner', text: state, state };
}

const byName = <T extends { readonly name: string; readonly id: string }>(items: T[]): T[] =>
  items.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
const byId = <T extends { readonly id: string }>(items: T[]): T[] =>
  items.sort((a, b) => (a.id < b.id ? -1 : 1));
