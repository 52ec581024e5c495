import ELK, { type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import { type Arrange, arrangement, type Direction, type Place } from './layout-input';

/** The finer placement of boxes in their layers is worth its time for so many edges; with more it can take seconds. */
const fineUpTo = 60;

/**
 * Arranges boxes in layers along the flow with ELK; `isFine` takes more time for straighter lines. The same
 * input gives the same places.
 */
export function elkArranger(isFine: boolean): Arrange {
  return async (boxes, edges, direction, room) => {
    const graph: ElkNode = {
      id: 'root',
      layoutOptions: optionsFor(isFine && edges.length <= fineUpTo, direction, room),
      children: boxes.map(({ id, width, height }) => ({ id, width, height })),
      edges: edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
    };
    const result = await new ELK().layout(graph);
    const places = new Map<string, Place>();
    for (const { id, x, y } of result.children ?? []) {
      places.set(id, { x: Math.round(x ?? 0), y: Math.round(y ?? 0) });
    }
    return arrangement(boxes, places);
  };
}

function optionsFor(isFine: boolean, direction: Direction, room: number): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.randomSeed': '1',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.separateConnectedComponents': 'false',
    'elk.spacing.nodeNode': String(Math.round((direction === 'RIGHT' ? 24 : 36) * room)),
    'elk.spacing.edgeNode': '18',
    'elk.spacing.edgeEdge': '11',
    // Room for an edge's words between layers.
    'elk.layered.spacing.nodeNodeBetweenLayers': String(
      Math.round((direction === 'RIGHT' ? 104 : 62) * room),
    ),
    'elk.layered.spacing.edgeNodeBetweenLayers': '22',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '11',
    'elk.layered.cycleBreaking.strategy': 'GREEDY',
    'elk.layered.nodePlacement.strategy': isFine ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    'elk.layered.thoroughness': isFine ? '12' : '4',
  };
}
