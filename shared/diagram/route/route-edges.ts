import type { Point, Rectangle, SceneCard, SceneEdge, SceneGroup } from '../scene';

/** What routing needs to know of an edge. */
export type EdgeToRoute = Pick<SceneEdge, 'id' | 'from' | 'to' | 'labelLines'>;

/** Where an edge runs and where its label stands. */
export interface RoutedEdge {
  readonly points: readonly Point[];
  readonly labelAt: Point;
  readonly labelBox: Rectangle;
}

export function routeEdges(
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
  edges: readonly EdgeToRoute[],
): ReadonlyMap<string, RoutedEdge> {
  const boxes = new Map<string, Rectangle>();
  for (const card of cards) boxes.set(card.id, card);
  for (const group of groups) if (group.isCollapsed) boxes.set(group.id, group);
  const routes = new Map<string, RoutedEdge>();
  for (const edge of edges) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const start = { x: from.x + from.width, y: from.y + from.height / 2 };
    const end = { x: to.x, y: to.y + to.height / 2 };
    const labelAt = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    routes.set(edge.id, { points: [start, end], labelAt, labelBox: { ...labelAt, width: 0, height: 0 } });
  }
  return routes;
}
