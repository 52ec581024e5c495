import type { ImpactAnswer, ImpactNode } from '../../../../shared/contract/analysis-methods';
import type { Estate, Site, System } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import { firstLines } from '../../store/events/first-lines';
import { findSystem } from '../../store/names/keep-names';
import { nameKey } from '../../store/names/name-key';
import { linesOf } from '../evidence-lines';
import { flowName } from '../flow-title';
import { readTraffic } from '../lineage/traffic';
import { organisationOf } from '../ownership/ownership';
import { backlogOf } from './backlog';
import {
  chainTo,
  type DependencyGraph,
  type DependencyNode,
  dependencyGraph,
  keyOf,
  needsOf,
  stopsWith,
} from './dependency-graph';
import { type LiveFlow, liveFlows } from './flow-graph';
import { type OwnerShown, ownerInCells, ownerOfSystem, shownOwner } from './owner-shown';
import { junctionsAmong, sharedAmong } from './shared-dependencies';
import { isDown, type Stopped, systemName } from './stopped';
import { unreachableDatasets } from './unreachable-datasets';
import { withoutSupply } from './without-supply';

/**
 * What is unavailable when a system, site or network fails: what needs it, the datasets held there, the
 * flows that stop, and whose they are; each with the path. Nothing is lost by that: it cannot be reached.
 */
export function impactOf(db: Database, estate: Estate, name: string, isAssumed: boolean): ImpactAnswer {
  const graph = dependencyGraph(estate);
  const failed = findNode(db, graph, name);
  const stopped = stopsWith(graph, failed.key);
  const systems = new Set<SystemId>(
    [...estate.systems.values()].filter((s) => stopped.has(keyOf('system', s.id))).map((s) => s.id),
  );
  const traffic = readTraffic(db).pairs;
  const flows = liveFlows(estate, traffic);
  const stoppedFlows = flows.filter(({ from, to }) => systems.has(from) || systems.has(to));
  const scene: Stopped = { db, estate, graph, stopped, systems };
  const nodes = stoppedNodes(scene, failed);
  const degraded = withoutSupply(scene, flows);
  const affected = organisations(scene, degraded);
  return {
    of: failed.name,
    kind: failed.kind,
    state: 'unavailable',
    isAssumed,
    unreachable: [
      ...nodes,
      ...unreachableDatasets(scene, flows, traffic),
      ...stoppedFlows.map((flow) => flowNode(scene, flow)),
      ...affected.unavailable,
    ],
    degraded: [...degraded, ...affected.goesOn],
    sharedDependencies: [
      ...sharedAmong(graph, needsOf(graph, failed.key).keys()),
      ...junctionsAmong(graph, flows, systems),
    ],
    backlog: backlogOf(db, estate, stoppedFlows),
    notes: notesOn(graph, failed),
  };
}

function findNode(db: Database, graph: DependencyGraph, name: string): DependencyNode {
  const key = nameKey(name);
  const found = [...graph.nodes.values()].filter((node) => nameKey(node.name) === key);
  // A place and a system of one name: what fails at the place takes the system along.
  const system = findSystem(db, name);
  const node =
    found.find((one) => one.kind !== 'system') ??
    (system === null ? undefined : graph.nodes.get(keyOf('system', system))) ??
    found[0];
  if (node) return node;
  throw new ExpectedFailure(
    'not-found',
    `No system, site or network "${name}" is in this case. "systems" lists the systems with their sites.`,
  );
}

function stoppedNodes({ estate, graph, stopped }: Stopped, failed: DependencyNode): readonly ImpactNode[] {
  const rank = { site: 0, network: 0, system: 1 } as const;
  return [...stopped.keys()]
    .flatMap((key) => (key === failed.key ? [] : (graph.nodes.get(key) ?? [])))
    .sort((a, b) => rank[a.kind] - rank[b.kind] || (a.name < b.name ? -1 : 1))
    .map((node) => {
      const chain = chainTo(graph, stopped, node.key);
      return {
        kind: node.kind,
        name: node.name,
        ...ownerOfNode(estate, node),
        because: `${node.name} ${chain.words}`,
        path: chain.path,
        evidence: linesOf(chain.citations),
      };
    });
}

function ownerOfNode(estate: Estate, node: DependencyNode): OwnerShown {
  if (node.kind === 'system') {
    return ownerOfSystem(estate.systems.get(node.id as System['id']));
  }
  const site = estate.sites.get(node.id as Site['id']);
  const said = [...(site?.attributes ?? [])].find(([name]) =>
    /operator|owner|managed|run by|host/i.test(name),
  );
  return shownOwner(said?.[1].map((claim) => claim.value).join(' | ') ?? null);
}

function flowNode(scene: Stopped, flow: LiveFlow): ImpactNode {
  const { estate, systems, graph, stopped } = scene;
  const [from, to] = [systemName(estate, flow.from), systemName(estate, flow.to)];
  const down = [flow.from, ...(flow.to === flow.from ? [] : [flow.to])].filter((id) => systems.has(id));
  const [first] = down;
  const declared = [...estate.flows.values()].filter((f) => f.from === flow.from && f.to === flow.to);
  const owner = ownerInCells(
    declared.flatMap((f) => f.responsibilities).filter((cell) => /owner$/.test(cell.role)),
  );
  return {
    kind: 'flow',
    name: flowName(from, to),
    ...owner,
    because: down.map((id) => isDown(scene, id)).join('; '),
    path: [
      ...(first === undefined ? [] : chainTo(graph, stopped, keyOf('system', first)).path),
      flowName(from, to),
    ],
    evidence: linesOf(
      declared.length > 0
        ? declared.flatMap((f) => f.citations)
        : Object.values(firstLines(scene.db, flow.from, flow.to)).flat(),
    ),
  };
}

/**
 * Whose systems stop, and who only goes without new data: one whose systems all run on is not unavailable
 * because what supplies it is.
 */
function organisations(
  { estate, systems }: Stopped,
  degraded: readonly ImpactNode[],
): { readonly unavailable: readonly ImpactNode[]; readonly goesOn: readonly ImpactNode[] } {
  const unsupplied = new Set(degraded.map(({ name }) => name));
  const down = new Map<string, string[]>();
  const without = new Map<string, string[]>();
  for (const system of estate.systems.values()) {
    const name = organisationOf(system);
    const into = systems.has(system.id) ? down : unsupplied.has(system.name) ? without : null;
    if (name !== null) into?.set(name, [...(into.get(name) ?? []), system.name].sort());
  }
  const node = (name: string, because: readonly string[], path: readonly string[]): ImpactNode => ({
    kind: 'organisation',
    name,
    ...shownOwner(name),
    because: because.join('; '),
    path: [...path, name],
    evidence: [],
  });
  const its = (names: readonly string[]) =>
    `its ${names.length === 1 ? 'system' : 'systems'} ${names.join(', ')}`;
  const lack = (names: readonly string[]) =>
    `${its(names)} ${names.length === 1 ? 'goes' : 'go'} without new data from what stops`;
  return {
    unavailable: [...down].sort(byName).map(([name, names]) => {
      const more = without.get(name) ?? [];
      const because = [`${its(names)} cannot be reached`, ...(more.length > 0 ? [lack(more)] : [])];
      return node(name, because, names);
    }),
    goesOn: [...without]
      .filter(([name]) => !down.has(name))
      .sort(byName)
      .map(([name, names]) => node(name, [lack(names)], names)),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function notesOn(graph: DependencyGraph, failed: DependencyNode): readonly string[] {
  const notes = ['Unavailable is not lost: nothing here says that a record is gone.'];
  if (graph.neededBy(failed.key).length === 0)
    notes.push(`No source says that anything needs ${failed.name}; its own data and flows are listed.`);
  if (failed.kind === 'system' && graph.needs(failed.key).length === 0)
    notes.push(
      `No source says where ${failed.name} is or what it needs: shared dependencies are not recorded.`,
    );
  return notes;
}
