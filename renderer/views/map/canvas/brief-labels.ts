import {
  countLines,
  flowCount,
  formatCount,
  formatSeconds,
  styleWords,
} from '../../../../shared/diagram/edge-style';
import { textWidth } from '../../../../shared/diagram/measure-text';
import { RectangleIndex } from '../../../../shared/diagram/route/rectangle-index';
import { sheetsBehind } from '../../../../shared/diagram/route/route-edges';
import type { Point, Rectangle, Scene, SceneEdge } from '../../../../shared/diagram/scene';

/** The most telling words of an edge, where they are read from further off than its whole label. */
export interface BriefLabel extends Rectangle {
  readonly edge: SceneEdge;
  readonly text: string;
  readonly fontSize: number;
}

/** On the screen, at any zoom. */
const size = { text: 10.5, height: 14, side: 3 } as const;
/** Words of two lines beside one another do not read as one. */
const labelGap = 4;
/** Of an open group's frame: its name, which words do not cover. */
const headingWidth = 220;
const headingHeight = 30;
/** Where along each piece of a line words are tried. */
const fractions = [0.5, 0.35, 0.65, 0.2, 0.8] as const;

/** Losses before what is odd, that before what is usual: where there is no room, the usual gives way. */
function importance(edge: SceneEdge): 0 | 1 | 2 | 3 {
  if (lostOf(edge) > 0) return 0;
  if (edge.tone === 'alert') return 1;
  if (edge.style === 'silent' || edge.style === 'undeclared') return 1;
  return edge.style === 'observed' ? 3 : 2;
}

export function lostOf(edge: SceneEdge): number {
  return edge.edges.reduce((sum, flow) => sum + (flow.lost ?? 0), 0);
}

/** How its words are said where there is room, and shorter where there is less. */
function briefTexts(edge: SceneEdge): readonly string[] {
  const short = briefText(edge);
  const [flow] = edge.edges;
  const median = edge.edges.length === 1 ? (flow?.medianSeconds ?? null) : null;
  return median === null ? [short] : [`${short} · ${formatSeconds(median)}`, short];
}

/** "93 lost", else "silent", else "2,030 sent"; parallel flows say how many they are. */
export function briefText(edge: SceneEdge): string {
  if (edge.says !== undefined) return edge.says;
  const lost = lostOf(edge);
  if (lost > 0) return `${formatCount(lost)} lost`;
  const word = styleWords[edge.style];
  const count = flowCount(edge.edges);
  if (edge.style === 'unlogged' && count > 1) return `${count} flows`;
  if (word !== '') return count > 1 ? `${count} ${word}` : word;
  return countLines(edge.edges, edge.style)[0] ?? (count > 1 ? `${count} flows` : '');
}

/**
 * The words of edges that have room at a scale (scene units a pixel): each on its own line, over no card
 * and no other words. A loss is said even where it has to cover something.
 */
export function briefLabels(
  scene: Pick<Scene, 'cards' | 'groups'>,
  edges: readonly SceneEdge[],
  scale: number,
): readonly BriefLabel[] {
  const taken = new RectangleIndex<Rectangle>([
    ...scene.cards,
    ...scene.groups.map((group) =>
      group.isCollapsed
        ? { ...group, width: group.width + sheetsBehind, height: group.height + sheetsBehind }
        : { ...group, width: Math.min(group.width, headingWidth * scale), height: headingHeight },
    ),
  ]);
  for (const { x, y, width, badge } of [...scene.cards, ...scene.groups]) {
    if (badge === undefined) continue;
    const badgeWidth = Math.min(width, badge.width * scale);
    taken.add({
      x: x + width - badgeWidth,
      y: y - badge.height * scale,
      width: badgeWidth,
      height: badge.height * scale,
    });
  }
  const lines = new RectangleIndex(edges.flatMap(piecesOf));
  const labels: BriefLabel[] = [];
  const ordered = [...edges].sort(
    (a, b) => importance(a) - importance(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  for (const edge of ordered) {
    const label = firstWithRoom(edge, scale, taken, lines);
    if (label === undefined) continue;
    labels.push(label);
    const gap = labelGap * scale;
    taken.add({ ...label, x: label.x - gap, width: label.width + 2 * gap });
  }
  return labels;
}

function firstWithRoom(
  edge: SceneEdge,
  scale: number,
  taken: RectangleIndex<Rectangle>,
  lines: RectangleIndex<LinePiece>,
): BriefLabel | undefined {
  const texts = briefTexts(edge).filter((text) => text !== '');
  for (const text of texts) {
    const width = (textWidth(text, size.text, 600) + 2 * size.side) * scale;
    const places = placesAlong(edge, width, size.height * scale);
    const free = places.filter((place) => taken.sumTouching(place, () => 1) === 0);
    const best = leastHiding(edge, free, lines);
    const place = best ?? (importance(edge) === 0 ? places[0] : undefined);
    if (place !== undefined) return { ...place, edge, text, fontSize: size.text * scale };
  }
  return undefined;
}

interface LinePiece extends Rectangle {
  readonly edge: SceneEdge;
}

function piecesOf(edge: SceneEdge): readonly LinePiece[] {
  return edge.points.slice(1).map((to, index) => {
    const from = edge.points[index] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { edge, x, y, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
  });
}

/** The first of some places where words hide the fewest other lines and no corner of their own. */
function leastHiding(
  edge: SceneEdge,
  places: readonly Rectangle[],
  lines: RectangleIndex<LinePiece>,
): Rectangle | undefined {
  let best: Rectangle | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const hidden = lines.sumTouching(place, (line) => (line.edge === edge ? 0 : 2));
    const hides = hidden + (hasCorner(edge, place) ? 1 : 0);
    if (hides < least) [best, least] = [place, hides];
    if (least === 0) break;
  }
  return best;
}

/** Words on a corner hide which way a line turns. */
function hasCorner({ points }: SceneEdge, { x, y, width, height }: Rectangle): boolean {
  return points
    .slice(1, -1)
    .some((point) => point.x > x && point.x < x + width && point.y > y && point.y < y + height);
}

/** Where on its line the layout put the edge's words, then along its pieces, the longest first. */
function placesAlong(edge: SceneEdge, width: number, height: number): readonly Rectangle[] {
  const centres: Point[] = edge.labelBox.width > 0 ? [nearestOn(edge.points, edge.labelAt)] : [];
  const pieces = edge.points.slice(1).map((to, index) => ({ from: edge.points[index] ?? to, to }));
  const lengthOf = ({ from, to }: { from: Point; to: Point }) =>
    Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  for (const { from, to } of [...pieces].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    for (const fraction of fractions) {
      centres.push({ x: from.x + (to.x - from.x) * fraction, y: from.y + (to.y - from.y) * fraction });
    }
  }
  return centres.map(({ x, y }) => ({ x: x - width / 2, y: y - height / 2, width, height }));
}

/** The point of a line that is nearest to another: every piece runs across or down. */
function nearestOn(points: readonly Point[], to: Point): Point {
  const within = (a: number, b: number, at: number) => Math.min(Math.max(a, b), Math.max(Math.min(a, b), at));
  const candidates = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { x: within(start.x, end.x, to.x), y: within(start.y, end.y, to.y) };
  });
  const distance = ({ x, y }: Point) => Math.hypot(x - to.x, y - to.y);
  return candidates.reduce(
    (best, point) => (distance(point) < distance(best) ? point : best),
    candidates[0] ?? to,
  );
}
