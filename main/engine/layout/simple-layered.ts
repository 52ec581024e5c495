import {
  type Arrangement,
  arrangement,
  type Direction,
  type LayoutEdge,
  type Place,
  type SizedBox,
} from './layout-input';

const usualGaps = { layers: 104, boxes: 28 } as const;
const sweeps = 6;

/**
 * Layers boxes along the flow in a few passes over the edges: plainer than ELK's, and its time is bounded,
 * so that there is always a picture. Same input, same places.
 */
export async function arrangeSimply(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  direction: Direction,
  room: number,
): Promise<Arrangement> {
  const gaps = { layers: Math.round(usualGaps.layers * room), boxes: Math.round(usualGaps.boxes * room) };
  const forward = withoutCycles(boxes, edges);
  const layers = orderLayers(layersOf(boxes, forward), forward);
  const sizes = new Map(boxes.map((box) => [box.id, box]));
  const across = direction === 'RIGHT';
  const places = new Map<string, Place>();
  const extents = layers.map((layer) => {
    const members = layer.flatMap((id) => sizes.get(id) ?? []);
    const along = Math.max(0, ...members.map((box) => (across ? box.width : box.height)));
    const athwart = members.reduce(
      (sum, box) => sum + (across ? box.height : box.width) + gaps.boxes,
      -gaps.boxes,
    );
    return { members, along, athwart };
  });
  const widest = Math.max(0, ...extents.map(({ athwart }) => athwart));
  let along = 0;
  for (const extent of extents) {
    let at = Math.round((widest - extent.athwart) / 2);
    for (const { id, width, height } of extent.members) {
      places.set(id, across ? { x: along, y: at } : { x: at, y: along });
      at += (across ? height : width) + gaps.boxes;
    }
    along += extent.along + gaps.layers;
  }
  return arrangement(boxes, places);
}

/** The edges that do not lead back to a box on the way to themselves: what is left has an order. */
function withoutCycles(boxes: readonly SizedBox[], edges: readonly LayoutEdge[]): readonly LayoutEdge[] {
  const targets = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  const incoming = new Map<string, number>(boxes.map(({ id }) => [id, 0]));
  for (const { from, to } of edges) {
    targets.get(from)?.push(to);
    incoming.set(to, (incoming.get(to) ?? 0) + 1);
  }
  const finished = new Map<string, number>();
  const seen = new Set<string>();
  const roots = [...boxes].sort((a, b) => (incoming.get(a.id) ?? 0) - (incoming.get(b.id) ?? 0));
  for (const { id: root } of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const path: { id: string; next: number }[] = [{ id: root, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = targets.get(step.id)?.[step.next];
      step.next += 1;
      if (target === undefined) {
        finished.set(step.id, finished.size);
        path.pop();
      } else if (!seen.has(target)) {
        seen.add(target);
        path.push({ id: target, next: 0 });
      }
    }
  }
  // Against the order in which the search finished lie only the edges that close a cycle.
  return edges.filter(({ from, to }) => (finished.get(from) ?? 0) > (finished.get(to) ?? 0));
}

/** Each box one layer after the latest of those before it. */
function layersOf(boxes: readonly SizedBox[], edges: readonly LayoutEdge[]): string[][] {
  const waiting = new Map<string, number>(boxes.map(({ id }) => [id, 0]));
  const targets = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    targets.get(from)?.push(to);
  }
  const depth = new Map<string, number>();
  const ready = boxes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (const id of ready) {
    const at = depth.get(id) ?? 0;
    for (const target of targets.get(id) ?? []) {
      depth.set(target, Math.max(depth.get(target) ?? 0, at + 1));
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  const layers: string[][] = [];
  for (const { id } of boxes) {
    const at = depth.get(id) ?? 0;
    while (layers.length <= at) layers.push([]);
    layers[at]?.push(id);
  }
  return layers;
}

/** Sorts each layer by the mean rank of the neighbours, forwards and backwards by turns. */
function orderLayers(layers: string[][], edges: readonly LayoutEdge[]): readonly (readonly string[])[] {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const rank = new Map<string, number>();
  const rerank = (layer: readonly string[]) => {
    for (const [index, id] of layer.entries()) rank.set(id, (index + 0.5) / layer.length);
  };
  for (const layer of layers) rerank(layer);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isForward = sweep % 2 === 0;
    const neighbours = isForward ? before : after;
    for (const layer of isForward ? layers : [...layers].reverse()) {
      const keys = new Map(
        layer.map((id) => [id, meanRank(neighbours.get(id) ?? [], rank) ?? rank.get(id) ?? 0]),
      );
      layer.sort(
        (a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
      );
      rerank(layer);
    }
  }
  return layers;
}

function meanRank(ids: readonly string[], rank: ReadonlyMap<string, number>): number | undefined {
  if (ids.length === 0) return undefined;
  return ids.reduce((sum, id) => sum + (rank.get(id) ?? 0), 0) / ids.length;
}
