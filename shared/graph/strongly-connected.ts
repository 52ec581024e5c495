import { adjacency, type Link } from './adjacency';

/**
 * Sets of ids that each lead to all others of the set (Tarjan's algorithm, without recursion so that a
 * chain of any length is safe). A set of one is an id on no cycle, or one with a loop. Sets come after
 * those that they lead to.
 */
export function stronglyConnected(
  ids: readonly string[],
  links: readonly Link[],
): readonly (readonly string[])[] {
  const next = adjacency(links, 'downstream');
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const sets: string[][] = [];
  for (const start of ids) {
    if (order.has(start)) continue;
    const path = [{ id: start, branch: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      if (!order.has(step.id)) {
        order.set(step.id, order.size);
        lowest.set(step.id, order.get(step.id) ?? 0);
        open.add(step.id);
        stack.push(step.id);
      }
      const neighbour = next.get(step.id)?.[step.branch];
      step.branch += 1;
      if (neighbour !== undefined) {
        if (!order.has(neighbour)) path.push({ id: neighbour, branch: 0 });
        else if (open.has(neighbour)) lower(lowest, step.id, order.get(neighbour));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(lowest, parent.id, lowest.get(step.id));
      if (lowest.get(step.id) === order.get(step.id)) sets.push(popTo(step.id, stack, open));
    }
  }
  return sets;
}

function lower(lowest: Map<string, number>, id: string, to: number | undefined): void {
  lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? Number.POSITIVE_INFINITY));
}

function popTo(id: string, stack: string[], open: Set<string>): string[] {
  const set: string[] = [];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    open.delete(top);
    set.push(top);
    if (top === id) break;
  }
  return set.reverse();
}
