import type { Estate } from '../../../../shared/model/estate';
import type { SystemId } from '../../../../shared/model/ids';
import type { Database } from '../../store/database';
import { chainTo, type DependencyGraph, keyOf, type Need, type NodeKey } from './dependency-graph';

/** Everything that stopped with what failed. */
export interface Stopped {
  readonly db: Database;
  readonly estate: Estate;
  readonly graph: DependencyGraph;
  readonly stopped: ReadonlyMap<NodeKey, Need | null>;
  /** The systems among it, the failed one included. */
  readonly systems: ReadonlySet<SystemId>;
}

/** "B, which is at X, which needs Y": a system with why it is down; the failed one by its name alone. */
export function withReason({ estate, graph, stopped }: Stopped, id: SystemId): string {
  const { words } = chainTo(graph, stopped, keyOf('system', id));
  return words === '' ? systemName(estate, id) : `${systemName(estate, id)}, which ${words}`;
}

/** The same as a sentence's whole. */
export function isDown(scene: Stopped, id: SystemId): string {
  const text = withReason(scene, id);
  return `${text}${text.includes(', which ') ? ',' : ''} is unavailable`;
}

export const systemName = (estate: Estate, id: SystemId): string => estate.systems.get(id)?.name ?? '';
