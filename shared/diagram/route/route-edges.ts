import type { Point, Rectangle, SceneCard, SceneEdge, SceneGroup } from '../scene';
import { PathFinder } from './find-path';
import { labelForms } from './label-size';
import { nudge } from './nudge';
import { type PlacedLabel, placeLabels } from './place-labels';
import { type Route, routeFromPath, routePoints } from './route';
import { RoutingGrid } from './routing-grid';
import { loopPoints } from './self-loop';

/** What routing needs to know of an edge. */
export interface EdgeToRoute extends Pick<SceneEdge, 'id' | 'from' | 'to' | 'fromField' | 'toField'> {
  /** The words of its label, each to stand together. */
  readonly words: readonly string[];
}

/** Where an edge runs and where its label stands. */
export type RoutedEdge = Pick<SceneEdge, 'points' | 'labelLines' | 'labelAt' | 'labelBox'>;

/**
 * Routes every edge at right angles from card border to card border, not under cards wherever there is a
 * way round, side by side where edges share a channel; then finds the labels a place. Pure: the same cards
 * and edges give the same lines. Edges whose ends are not among the cards are left out; `otherLabels` are
 * words of edges that stay as they are.
 */
export function routeEdges(
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
  edges: readonly EdgeToRoute[],
  otherLabels: readonly Rectangle[] = [],
): ReadonlyMap<string, RoutedEdge> {
  const boxes = boxesById(cards, groups);
  const frames = groups.filter((group) => !group.isCollapsed);
  const headings = frames.map(({ x, y, width }) => ({ x, y, width: Math.min(width, 220), height: 34 }));
  const lines = routeLines(boxes, frames, headings, edges, rowsOf(cards));
  const labels = edges.flatMap(({ id, words }) => {
    const points = lines.get(id);
    return points === undefined ? [] : [{ id, points, forms: labelForms(words) }];
  });
  const stacks = groups.filter((group) => group.isCollapsed).map(withSheets);
  const places = placeLabels(labels, [...boxes.values(), ...stacks], [...headings, ...otherLabels]);
  const routed = new Map<string, RoutedEdge>();
  for (const [id, points] of lines) routed.set(id, { points, ...labelPlace(points, places.get(id)) });
  return routed;
}

/** A folded group is drawn with two more sheets behind it, which hide words as the front one does. */
export const sheetsBehind = 6;
const withSheets = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x,
  y,
  width: width + sheetsBehind,
  height: height + sheetsBehind,
});

/** For each card its open fields' rows, as pieces of the picture. */
type Rows = ReadonlyMap<string, ReadonlyMap<string, Rectangle>>;

function rowsOf(cards: readonly SceneCard[]): Rows {
  const open = cards.flatMap(({ id, x, y, width, rows }) => {
    const places = rows?.map((row) => [row.fieldId, { x, y: y + row.y, width, height: row.height }] as const);
    return places === undefined ? [] : [[id, new Map(places)] as const];
  });
  return new Map(open);
}

/** Everything that an edge can end at: cards, and groups drawn as one. */
export function boxesById(
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
): ReadonlyMap<string, Rectangle> {
  const boxes = new Map<string, Rectangle>();
  for (const { id, x, y, width, height } of cards) boxes.set(id, { x, y, width, height });
  for (const { id, isCollapsed, x, y, width, height } of groups) {
    if (isCollapsed) boxes.set(id, { x, y, width, height });
  }
  return boxes;
}

function routeLines(
  boxes: ReadonlyMap<string, Rectangle>,
  frames: readonly Rectangle[],
  headings: readonly Rectangle[],
  edges: readonly EdgeToRoute[],
  rows: Rows,
): ReadonlyMap<string, readonly Point[]> {
  const lines = new Map<string, readonly Point[]>();
  const finder = new PathFinder(
    new RoutingGrid(
      [...boxes.values()],
      frames,
      [...rows.values()].flatMap((ofCard) => [...ofCard.values()]),
    ),
  );
  const rowOf = (card: string, field: string | undefined) =>
    field === undefined ? undefined : rows.get(card)?.get(field);
  const routes: Route[] = [];
  const loops = new Map<string, number>();
  const toKeepFree = [...headings, ...boxes.values()];
  for (const edge of byDistance(edges, boxes)) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (edge.from === edge.to) {
      const count = loops.get(edge.from) ?? 0;
      loops.set(edge.from, count + 1);
      lines.set(edge.id, loopPoints(from, count, toKeepFree));
      continue;
    }
    const fromRow = rowOf(edge.from, edge.fromField);
    const toRow = rowOf(edge.to, edge.toField);
    const path = finder.find(
      { box: fromRow ?? from, id: edge.fromField ?? edge.from, isRow: fromRow !== undefined },
      { box: toRow ?? to, id: edge.toField ?? edge.to, isRow: toRow !== undefined },
    );
    if (path === null) lines.set(edge.id, straightLine(fromRow ?? from, toRow ?? to));
    else routes.push(routeFromPath(edge.id, { from, fromRow, to, toRow }, path));
  }
  nudge(routes, { boxes: [...boxes.values()], frames });
  for (const route of routes) lines.set(route.id, routePoints(route));
  return lines;
}

/** Short edges first: they have the fewest choices. */
function byDistance(
  edges: readonly EdgeToRoute[],
  boxes: ReadonlyMap<string, Rectangle>,
): readonly EdgeToRoute[] {
  const keyed = edges.map((edge) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    const distance =
      from === undefined || to === undefined
        ? 0
        : Math.abs(from.x + from.width / 2 - to.x - to.width / 2) +
          Math.abs(from.y + from.height / 2 - to.y - to.height / 2);
    return { edge, distance };
  });
  keyed.sort(
    (a, b) => a.distance - b.distance || (a.edge.id < b.edge.id ? -1 : a.edge.id > b.edge.id ? 1 : 0),
  );
  return keyed.map(({ edge }) => edge);
}

/** Where cards lie on each other and leave no way at all. */
function straightLine(from: Rectangle, to: Rectangle): readonly Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (start.y === end.y) return [start, end];
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

function labelPlace(
  points: readonly Point[],
  label: PlacedLabel | undefined,
): Pick<RoutedEdge, 'labelLines' | 'labelAt' | 'labelBox'> {
  if (label !== undefined) {
    const { lines: labelLines, x, y, width, height } = label;
    const labelAt = { x: x + width / 2, y: y + height / 2 };
    return { labelLines, labelAt, labelBox: { x, y, width, height } };
  }
  const at = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return { labelLines: [], labelAt: at, labelBox: { ...at, width: 0, height: 0 } };
}
