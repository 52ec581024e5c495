import { countLines, formatCount, formatSeconds, styleWords } from '../../../../shared/diagram/edge-style';
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
/** Of an open group's frame: its name, which words do not cover. */
const headingWidth = 220;
const headingHeight = 30;
/** Where along each piece of a line words are tried. */
const fractions = [0.5, 0.35, 0.65, 0.2, 0.8] as const;

/** Losses before what is odd, that before what is usual: where there is no room, the usual gives way. */
function importance(edge: SceneEdge): 0 | 1 | 2 | 3 {
  if (lostOf(edge) > 0) return 0;
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
  const lost = lostOf(edge);
  if (lost > 0) return `${formatCount(lost)} lost`;
  const word = styleWords[edge.style];
  if (edge.style === 'unlogged' && edge.edges.length > 1) return `${edge.edges.length} flows`;
  if (word !== '') return edge.edges.length > 1 ? `${edge.edges.length} ${word}` : word;
  return countLines(edge.edges, edge.style)[0] ?? (edge.edges.length > 1 ? `${edge.edges.length} flows` : '');
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
  const labels: BriefLabel[] = [];
  const ordered = [...edges].sort(
    (a, b) => importance(a) - importance(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  for (const edge of ordered) {
    const label = firstWithRoom(edge, scale, taken);
    if (label === undefined) continue;
    labels.push(label);
    taken.add(label);
  }
  return labels;
}

function firstWithRoom(
  edge: SceneEdge,
  scale: number,
  taken: RectangleIndex<Rectangle>,
): BriefLabel | undefined {
  const texts = briefTexts(edge).filter((text) => text !== '');
  for (const text of texts) {
    const width = (textWidth(text, size.text, 600) + 2 * size.side) * scale;
    const places = placesAlong(edge, width, size.height * scale);
    const free = places.find((place) => taken.sumTouching(place, () => 1) === 0);
    const place = free ?? (importance(edge) === 0 ? places[0] : undefined);
    if (place !== undefined) return { ...place, edge, text, fontSize: size.text * scale };
  }
  return undefined;
}

/** Where the layout put the edge's words, then along its pieces, the longest first. */
function placesAlong(edge: SceneEdge, width: number, height: number): readonly Rectangle[] {
  const centres: Point[] = edge.labelBox.width > 0 ? [edge.labelAt] : [];
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
