import type { Estate } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type { Traffic } from '../lineage/traffic';

/** Live flows between systems, declared or seen in logs; planned and retired ones carry nothing. */
export interface LiveFlow {
  readonly from: SystemId;
  readonly to: SystemId;
  readonly datasets: readonly string[];
}

export function liveFlows(estate: Estate, traffic: readonly Traffic[]): readonly LiveFlow[] {
  const found = new Map<string, { from: SystemId; to: SystemId; datasets: Set<string> }>();
  const pair = (from: SystemId, to: SystemId) => {
    const key = `${from} ${to}`;
    const known = found.get(key) ?? { from, to, datasets: new Set<string>() };
    found.set(key, known);
    return known;
  };
  for (const flow of estate.flows.values()) {
    if (!flow.isDeclared || (flow.status.value ?? 'live') !== 'live') continue;
    const { datasets } = pair(flow.from, flow.to);
    const name = flow.dataset === null ? undefined : estate.datasets.get(flow.dataset)?.name;
    if (name !== undefined) datasets.add(name);
  }
  for (const { from, to } of traffic) pair(from, to);
  return [...found.values()].map((one) => ({ ...one, datasets: [...one.datasets].sort() }));
}

/**
 * Systems whose loss parts others from one another: articulation points of the flows, whichever way they
 * run, with how many parts each leaves. Tarjan's low links, without recursion, so that a long chain of
 * systems does not exhaust the stack.
 */
export function articulationPoints(
  flows: readonly Pick<LiveFlow, 'from' | 'to'>[],
): ReadonlyMap<SystemId, number> {
  const neighbours = new Map<SystemId, Set<SystemId>>();
  const join = (a: SystemId, b: SystemId): void => {
    const set = neighbours.get(a) ?? new Set<SystemId>();
    neighbours.set(a, set.add(b));
  };
  for (const { from, to } of flows) {
    if (from === to) continue;
    join(from, to);
    join(to, from);
  }
  const order = new Map<SystemId, number>();
  const low = new Map<SystemId, number>();
  const parts = new Map<SystemId, number>();
  const lowOf = (id: SystemId): number => low.get(id) ?? Number.POSITIVE_INFINITY;
  for (const root of neighbours.keys()) {
    if (order.has(root)) continue;
    let children = 0;
    const stack: { id: SystemId; parent: SystemId | null; next: Iterator<SystemId> }[] = [];
    const enter = (id: SystemId, parent: SystemId | null): void => {
      order.set(id, order.size);
      low.set(id, order.size - 1);
      stack.push({ id, parent, next: (neighbours.get(id) ?? new Set<SystemId>()).values() });
    };
    enter(root, null);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { id, parent } = top;
      const step = top.next.next();
      if (!step.done) {
        if (!order.has(step.value)) {
          if (id === root) children++;
          enter(step.value, id);
        } else if (step.value !== parent) {
          low.set(id, Math.min(lowOf(id), order.get(step.value) ?? 0));
        }
        continue;
      }
      stack.pop();
      if (parent === null) continue;
      low.set(parent, Math.min(lowOf(parent), lowOf(id)));
      if (parent !== root && lowOf(id) >= (order.get(parent) ?? 0)) {
        parts.set(parent, (parts.get(parent) ?? 1) + 1);
      }
    }
    if (children > 1) parts.set(root, children);
  }
  return parts;
}
