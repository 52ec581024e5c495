import { layOutCard } from '../../../shared/diagram/card';
import { frameOf } from '../../../shared/diagram/group-frame';
import type { Positions, Rectangle, SceneOptions } from '../../../shared/diagram/scene';
import { type VisibleBox, visibleGraph } from '../../../shared/diagram/visible-graph';
import type { LineageGraph, LineageNode } from '../../../shared/model/lineage-graph';
import { pushApart } from './push-apart';

const gaps = { cards: 30, units: 44 } as const;

/** The graph with every card closed: what places are worked out and kept for. */
export function withoutFields(graph: LineageGraph): LineageGraph {
  return graph.nodes.some((node) => node.fields !== undefined)
    ? { ...graph, nodes: graph.nodes.map(closed) }
    : graph;
}

/**
 * Moves what stands in the way of an open card's fields aside, within its group and then around the group's
 * frame, and nothing else: folded again, everything is where it was.
 */
export function roomForOpen(
  graph: LineageGraph,
  positions: Positions,
  options: Pick<SceneOptions, 'collapsed' | 'only'>,
): Positions {
  const open = new Map(
    graph.nodes.flatMap((node) => (node.fields === undefined ? [] : [[node.id, node] as const])),
  );
  if (open.size === 0) return positions;
  const units = unitsOf(visibleGraph(withoutFields(graph), options).boxes, positions);
  const frames = new Map([...units].map(([id, cards]) => [id, extentOf(id, cards)]));
  const stood = new Map(frames);
  for (const [unit, cards] of units) {
    for (const id of [...cards.keys()]) {
      const node = open.get(id);
      if (node !== undefined) grow(cards, id, { width: 0, height: layOutCard(node).height }, gaps.cards);
    }
    grow(frames, unit, extentOf(unit, cards), gaps.units);
  }
  const moved: Record<string, Positions[string]> = { ...positions };
  for (const [unit, cards] of units) {
    const [from, to] = [stood.get(unit), frames.get(unit)];
    const [dx, dy] = from === undefined || to === undefined ? [0, 0] : [to.x - from.x, to.y - from.y];
    for (const [id, { x, y }] of cards) {
      const before = positions[id];
      if (before === undefined || (before.x === x + dx && before.y === y + dy)) continue;
      moved[id] = { ...before, x: x + dx, y: y + dy };
    }
  }
  return moved;
}

/** The cards of each group, and each box without one by itself. */
function unitsOf(
  boxes: readonly VisibleBox[],
  positions: Positions,
): ReadonlyMap<string, Map<string, Rectangle>> {
  const units = new Map<string, Map<string, Rectangle>>();
  for (const { id, groupId, content } of boxes) {
    const place = positions[id];
    if (place === undefined) continue;
    const unit = groupId === null ? `box ${id}` : `frame ${groupId}`;
    const cards = units.get(unit) ?? new Map<string, Rectangle>();
    units.set(unit, cards.set(id, { x: place.x, y: place.y, width: content.width, height: content.height }));
  }
  return units;
}

/** A group's frame, or the box that stands alone. */
function extentOf(unit: string, cards: ReadonlyMap<string, Rectangle>): Rectangle {
  const [first = { x: 0, y: 0, width: 0, height: 0 }] = cards.values();
  return unit.startsWith('box ') ? first : frameOf([...cards.values()]);
}

/** Lets one grow to a size, and moves what stands in its way. */
function grow(
  among: Map<string, Rectangle>,
  id: string,
  size: { readonly width: number; readonly height: number },
  gap: number,
): void {
  const from = among.get(id);
  if (from === undefined) return;
  const width = Math.max(from.width, size.width);
  const height = Math.max(from.height, size.height);
  if (width === from.width && height === from.height) return;
  const to = { ...from, width, height };
  for (const [other, { dx, dy }] of pushApart(among, { id, from, to }, nothing, gap)) {
    const rectangle = among.get(other);
    if (rectangle !== undefined) among.set(other, { ...rectangle, x: rectangle.x + dx, y: rectangle.y + dy });
  }
  among.set(id, to);
}

const nothing: ReadonlySet<string> = new Set();

function closed({ fields: _, ...node }: LineageNode): LineageNode {
  return node;
}
