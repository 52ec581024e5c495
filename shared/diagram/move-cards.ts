import { frameOf, groupHeading } from './group-frame';
import { wordsOf } from './route/label-size';
import { routeEdges } from './route/route-edges';
import type { Point, Rectangle, Scene, SceneCard, SceneEdge, SceneGroup } from './scene';

/**
 * The scene after cards (or collapsed groups) were moved, with frames fitted and the affected edges routed
 * anew: those of what moved, and those that would now run under it. Cheap enough to call while a card is
 * dragged. The scene's extent stays as it was, and so does everything else, by identity.
 */
export function moveCards(scene: Scene, moves: ReadonlyMap<string, Point>): Scene {
  const cards = scene.cards.map((card) => {
    const to = moves.get(card.id);
    return to === undefined ? card : { ...card, x: to.x, y: to.y };
  });
  const moved = new Set(scene.cards.flatMap((card) => (moves.has(card.id) ? (card.groupId ?? []) : [])));
  const groups = scene.groups.map((group) => {
    const to = moves.get(group.id);
    if (group.isCollapsed) return to === undefined ? group : { ...group, x: to.x, y: to.y };
    return moved.has(group.id) ? fitted(group, cards) : group;
  });
  return rerouteFor({ ...scene, cards, groups }, [...moves.keys()]);
}

/** The scene with the edges of these cards, and those that run under them, routed anew. */
export function rerouteFor(scene: Scene, movedIds: readonly string[]): Scene {
  const ids = new Set(movedIds);
  const boxes: Rectangle[] = [...scene.cards, ...scene.groups.filter((group) => group.isCollapsed)].filter(
    (box) => ids.has(box.id),
  );
  const isAffected = (edge: SceneEdge) =>
    ids.has(edge.from) || ids.has(edge.to) || boxes.some((box) => runsUnder(edge.points, box));
  const affected = scene.edges.filter(isAffected);
  const kept = scene.edges.filter((edge) => !affected.includes(edge));
  const routes = routeEdges(
    scene.cards,
    scene.groups,
    affected.map((edge) => ({ ...edge, words: wordsOf(edge) })),
    kept.map((edge) => edge.labelBox),
  );
  return {
    ...scene,
    edges: scene.edges.map((edge) => {
      const route = routes.get(edge.id);
      return route === undefined ? edge : { ...edge, ...route };
    }),
  };
}

function fitted(group: SceneGroup, cards: readonly SceneCard[]): SceneGroup {
  const members = cards.filter((card) => card.groupId === group.id);
  const frame = frameOf(members);
  return { ...group, ...frame, texts: groupHeading(group.name, members.length, frame.width) };
}

/** Whether a line of horizontal and vertical segments crosses a rectangle. */
export function runsUnder(points: readonly Point[], box: Rectangle): boolean {
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (a === undefined || b === undefined) continue;
    const isClear =
      Math.max(a.x, b.x) <= box.x ||
      Math.min(a.x, b.x) >= box.x + box.width ||
      Math.max(a.y, b.y) <= box.y ||
      Math.min(a.y, b.y) >= box.y + box.height;
    if (!isClear) return true;
  }
  return false;
}
