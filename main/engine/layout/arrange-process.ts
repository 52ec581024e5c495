import ELK, { type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import { type Arrangement, arrangement, type Direction, type LayoutInput, type Place } from './layout-input';
import { fit } from './pack';

/** A screen's form, less what stands around the picture. */
const aspect = 1.7;
/** Up to so many steps there is time for the finer placement. */
const fineUpTo = 40;

/**
 * Arranges the steps of a process along its main way, from where records begin to where they end: a line that
 * is used often is turned back last and runs straight first. To the right or downwards, whichever suits the
 * page. The same input gives the same places.
 */
export async function arrangeProcess(input: LayoutInput): Promise<Arrangement> {
  const [right, down] = [await layered(input, 'RIGHT'), await layered(input, 'DOWN')];
  return fit(right, aspect) <= fit(down, aspect) ? right : down;
}

async function layered({ boxes, edges }: LayoutInput, direction: Direction): Promise<Arrangement> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: optionsFor(direction, boxes.length <= fineUpTo),
    children: boxes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ from, to, volume = 0 }, index) => {
      const priority = String(1 + Math.round(Math.log2(1 + volume)));
      return {
        id: `e${index}`,
        sources: [from],
        targets: [to],
        layoutOptions: {
          'elk.layered.priority.direction': priority,
          'elk.layered.priority.shortness': priority,
          'elk.layered.priority.straightness': priority,
        },
      };
    }),
  };
  const result = await new ELK().layout(graph);
  const places = new Map<string, Place>();
  for (const { id, x, y } of result.children ?? []) {
    places.set(id, { x: Math.round(x ?? 0), y: Math.round(y ?? 0) });
  }
  return arrangement(boxes, places);
}

function optionsFor(direction: Direction, isFine: boolean): LayoutOptions {
  const isAcross = direction === 'RIGHT';
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.randomSeed': '1',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.aspectRatio': String(aspect),
    'elk.spacing.nodeNode': isAcross ? '44' : '56',
    'elk.spacing.edgeNode': '26',
    'elk.spacing.edgeEdge': '16',
    // A line's count and median stand between two layers.
    'elk.layered.spacing.nodeNodeBetweenLayers': isAcross ? '112' : '76',
    'elk.layered.spacing.edgeNodeBetweenLayers': '22',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
    'elk.layered.cycleBreaking.strategy': 'GREEDY',
    'elk.layered.nodePlacement.strategy': isFine ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    'elk.layered.thoroughness': isFine ? '20' : '4',
  };
}
