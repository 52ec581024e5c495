import type { LineageGraph } from '../model/lineage-graph';
import { flowCount, formatCount, hasLoss } from './edge-style';
import { frameOf, groupHeading } from './group-frame';
import { legendOf } from './legend';
import { divideLines, isTooDense, weightsOf } from './main-lines';
import { badgeOf, sayOf, titleOf, toneOrder } from './map-mode';
import { wordSeparator } from './route/label-size';
import { type RoutedEdge, routeEdges } from './route/route-edges';
import type { Positions, Rectangle, Scene, SceneCard, SceneEdge, SceneGroup, SceneOptions } from './scene';
import {
  countWords,
  type VisibleBox,
  type VisibleEdge,
  type VisibleGraph,
  visibleGraph,
} from './visible-graph';

/** Room around the outermost card or frame. */
const margin = 24;

/**
 * Makes the picture of a graph: what is drawn, where, with which words. Pure and deterministic: the same
 * graph, positions and options give the same scene. A box without a position is put below all others.
 */
export function buildScene(graph: LineageGraph, positions: Positions, options: SceneOptions): Scene {
  const visible = visibleGraph(graph, options);
  const places = placeBoxes(visible, positions);
  const cards: SceneCard[] = [];
  const groups: SceneGroup[] = [];
  for (const { group, isCollapsed, members } of visible.groups) {
    const shared = {
      id: group.id,
      name: group.name,
      kind: group.kind,
      isCollapsed,
      memberCount: members.length,
    };
    const box = visible.boxes.find((candidate) => candidate.id === group.id && candidate.node === null);
    const place = places.get(group.id);
    if (isCollapsed && box !== undefined && place !== undefined) {
      const badge = badgeOf(box, members, options.mode);
      groups.push({
        ...shared,
        ...place,
        ...(badge === null ? {} : { badge }),
        texts: box.content.texts,
        marks: box.content.marks,
      });
    } else {
      const rectangles = members.flatMap((id) => places.get(id) ?? []);
      const frame = frameOf(rectangles);
      groups.push({
        ...shared,
        ...frame,
        texts: groupHeading(group.name, members.length, frame.width),
        marks: [],
      });
    }
  }
  for (const box of visible.boxes) {
    const place = places.get(box.id);
    if (box.node === null || place === undefined) continue;
    const { titleLines, lines, texts, marks, rows } = box.content;
    const badge = badgeOf(box, [], options.mode);
    const isPinned = positions[box.id]?.isPinned === true;
    cards.push({
      id: box.id,
      groupId: box.groupId,
      node: box.node,
      ...place,
      titleLines,
      lines,
      texts,
      marks,
      ...(rows === undefined ? {} : { rows }),
      ...(badge === null ? {} : { badge }),
      isPinned,
    });
  }
  const { drawn, leftOut } = divideLines(visible, graph.level, options.lines);
  const failing = new Set([...cards, ...groups].flatMap(({ id, badge }) => (badge === undefined ? [] : id)));
  const say = (edge: VisibleEdge) => sayOf(edge, options.mode, failing);
  const hasWeights = graph.level === 'step' || options.mode?.kind === 'losses';
  const routed = drawEdges(drawn, visible.boxes.length, cards, groups, say);
  const edges = [...(hasWeights ? weighted(routed, visible.edges) : routed)].sort(
    (a, b) => toneOrder(a) - toneOrder(b),
  );
  const bounds = boundsOf(cards, groups, edges);
  return {
    level: graph.level,
    title:
      options.title ??
      (options.mode === undefined ? defaultTitle(graph, visible) : titleOf(options.mode, graph)),
    ...(options.mode === undefined ? {} : { mode: options.mode.kind }),
    origin: { x: bounds.x, y: bounds.y },
    width: bounds.width,
    height: bounds.height,
    groups,
    cards,
    edges,
    leftOut: leftOut.map((edge) => {
      const { words, ...said } = say(edge);
      return { ...edge, ...said, label: words.join(wordSeparator) };
    }),
    legend: legendOf(cards, groups, edges, graph.level, options.mode?.kind),
    footer: [
      ...leftOutWords(graph.level, visible.edges.length, leftOut.length),
      ...hiddenWords(graph, visible),
      ...wordlessEdges(edges),
      ...(options.footer ?? []),
    ],
  };
}

/** The steps of a process read by their main way, and losses by what was sent: what is much is drawn thick. */
function weighted(edges: readonly SceneEdge[], all: readonly VisibleEdge[]): readonly SceneEdge[] {
  const weights = new Map([...weightsOf(all)].map(([{ id }, weight]) => [id, weight]));
  return edges.map((edge) => {
    const weight = weights.get(edge.id);
    return weight === undefined ? edge : { ...edge, weight };
  });
}

/** Where nearly every line is drawn, words on all of them would hide the picture: only losses are written. */
function drawEdges(
  lines: readonly VisibleEdge[],
  boxes: number,
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
  say: (edge: VisibleEdge) => ReturnType<typeof sayOf>,
): SceneEdge[] {
  const isDense = isTooDense(boxes, lines.length);
  const labelled = lines.map((edge) => {
    const said = say(edge);
    return { ...edge, ...said, placed: isDense && !hasLoss(edge.edges) ? [] : said.words };
  });
  const routes = routeEdges(
    cards,
    groups,
    labelled.map(({ words: _, placed, ...edge }) => ({ ...edge, words: placed })),
  );
  return labelled.flatMap(({ words, placed, ...edge }) => {
    const route: RoutedEdge | undefined = routes.get(edge.id);
    return route === undefined ? [] : [{ ...edge, ...route, label: words.join(wordSeparator) }];
  });
}

function placeBoxes(visible: VisibleGraph, positions: Positions): ReadonlyMap<string, Rectangle> {
  const places = new Map<string, Rectangle>();
  const unplaced: VisibleBox[] = [];
  let bottom = 0;
  for (const box of visible.boxes) {
    const position = positions[box.id];
    const { width, height } = box.content;
    if (position === undefined) unplaced.push(box);
    else {
      places.set(box.id, { x: position.x, y: position.y, width, height });
      bottom = Math.max(bottom, position.y + height + 60);
    }
  }
  const columns = Math.max(1, Math.ceil(Math.sqrt(unplaced.length * 0.8)));
  let rowHeight = 0;
  for (const [index, box] of unplaced.entries()) {
    if (index % columns === 0) {
      bottom += rowHeight;
      rowHeight = 0;
    }
    const { width, height } = box.content;
    rowHeight = Math.max(rowHeight, height + 40);
    places.set(box.id, { x: (index % columns) * (width + 40), y: bottom, width, height });
  }
  return places;
}

function boundsOf(
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
  edges: readonly SceneEdge[],
): Rectangle {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const include = (x: number, y: number, width: number, height: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const { x, y, width, height, badge } of [...cards, ...groups]) {
    include(x, y + Math.min(0, badge?.y ?? 0), width, height);
  }
  for (const edge of edges) {
    for (const { x, y } of edge.points) include(x, y, 0, 0);
    if (edge.labelBox.width > 0) {
      include(edge.labelBox.x, edge.labelBox.y, edge.labelBox.width, edge.labelBox.height);
    }
  }
  if (left > right) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const x = Math.floor(left - margin);
  const y = Math.floor(top - margin);
  return { x, y, width: Math.ceil(right + margin) - x, height: Math.ceil(bottom + margin) - y };
}

/** Counts, so that a picture without a finding as its title still says something true. */
function defaultTitle(graph: LineageGraph, visible: VisibleGraph): string {
  const kind = graph.nodes[0]?.kind ?? 'system';
  const shown = graph.nodes.length - visible.hiddenNodes;
  const flows = visible.edges.reduce((total, edge) => total + flowCount(edge.edges), 0);
  const flowWords = graph.level === 'step' ? 'follow' : flows === 1 ? 'flow' : 'flows';
  const ownerless = visible.boxes.filter((box) =>
    box.content.lines.some((line) => /owner/i.test(line.label) && line.state !== 'known'),
  ).length;
  const gap = ownerless === 0 ? '' : `, ${ownerless} without a clear owner`;
  return `${countWords(shown, kind)}, ${flows} ${flowWords}${gap}`;
}

function leftOutWords(level: LineageGraph['level'], all: number, leftOut: number): readonly string[] {
  if (leftOut === 0) return [];
  const drawn = formatCount(all - leftOut);
  const sort = level === 'step' ? 'Main paths' : 'Main lines';
  return [`${sort} only: ${drawn} of ${formatCount(all)}; ${formatCount(leftOut)} hidden by filter`];
}

function wordlessEdges(edges: readonly SceneEdge[]): readonly string[] {
  const count = edges.filter((edge) => edge.label !== '' && edge.labelLines.length === 0).length;
  return count === 0 ? [] : [`So many lines: the words of ${count} of them are in the tables only`];
}

function hiddenWords(graph: LineageGraph, visible: VisibleGraph): readonly string[] {
  if (visible.hiddenNodes === 0) return [];
  const kind = graph.nodes[0]?.kind ?? 'system';
  const flows = `${visible.hiddenEdges} ${visible.hiddenEdges === 1 ? 'flow' : 'flows'}`;
  return [`Hidden by filter: ${countWords(visible.hiddenNodes, kind)} and ${flows}`];
}
