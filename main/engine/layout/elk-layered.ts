import ELK, { type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import {
  type Arrangement,
  arrangement,
  type Direction,
  type LayoutEdge,
  type Place,
  type SizedBox,
} from './layout-input';

/** Above this, the finer placement of boxes in their layers takes longer than it is worth. */
const finePlacementUpTo = 220;

/** Arranges boxes in layers along the flow with ELK. The same input gives the same places. */
export async function arrangeWithElk(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  direction: Direction,
): Promise<Arrangement> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: optionsFor(boxes.length, direction),
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  };
  const result = await new ELK().layout(graph);
  const places = new Map<string, Place>();
  for (const { id, x, y } of result.children ?? [])
    places.set(id, { x: Math.round(x ?? 0), y: Math.round(y ?? 0) });
  return arrangement(boxes, places);
}

function optionsFor(count: number, direction: Direction): LayoutOptions {
  const isFine = count <= finePlacementUpTo;
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.randomSeed': '1',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.separateConnectedComponents': 'false',
    'elk.spacing.nodeNode': direction === 'RIGHT' ? '30' : '56',
    'elk.spacing.edgeNode': '18',
    'elk.spacing.edgeEdge': '11',
    // Room for an edge's words between layers.
    'elk.layered.spacing.nodeNodeBetweenLayers': direction === 'RIGHT' ? '100' : '72',
    'elk.layered.spacing.edgeNodeBetweenLayers': '22',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '11',
    'elk.layered.cycleBreaking.strategy': 'GREEDY',
    'elk.layered.nodePlacement.strategy': isFine ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    'elk.layered.thoroughness': isFine ? '20' : '7',
  };
}
