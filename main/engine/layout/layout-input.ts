import { divideLines, isOfInterfaces, volumeOf, wayStrength } from '../../../shared/diagram/main-lines';
import type { VisibleGraph } from '../../../shared/diagram/visible-graph';
import type { MapLevel } from '../../../shared/model/vocabulary';

/** What a layout needs to know, as plain data that crosses to a worker. */
export interface LayoutInput {
  readonly boxes: readonly LayoutBox[];
  readonly edges: readonly LayoutEdge[];
  /** Lines drawn in all, parallel ones and loops too: what there must be room for. */
  readonly lineCount: number;
  /** The steps of a process: they read in one direction, from where records begin. */
  readonly isProcess?: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface SizedBox extends Size {
  readonly id: string;
}

export interface LayoutBox extends SizedBox {
  /** The open group it stands in, or null. */
  readonly group: string | null;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  /** Of a process: how often it is taken. */
  readonly volume?: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places of boxes and the extent of the whole, whose top left is at 0, 0. */
export interface Arrangement extends Size {
  readonly places: ReadonlyMap<string, Place>;
  /** What the edges within cost in it, where that differs between the forms of a part: mostly their length. */
  readonly cost?: number;
}

/** How a layout goes about it. */
export interface Manner {
  readonly arrange: Arrange;
  /** Width to height that the whole should have. */
  readonly aspect: number;
  /** By how much gaps are wider than usual: 1, and more where there are many edges to a box. */
  readonly room: number;
}

/** Arranges boxes along their edges. */
export type Arrange = (
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  direction: Direction,
  room: number,
) => Promise<Arrangement>;

export type Direction = 'RIGHT' | 'DOWN';

/**
 * Sizes and connections of what is shown; edges of a pair once, loops not at all. Of a tangle the main lines
 * count, however many of them are drawn: choosing more or fewer then moves nothing.
 */
export function layoutInput(visible: VisibleGraph, level: MapLevel): LayoutInput {
  const boxes = visible.boxes.map(({ id, groupId, content }) => ({
    id,
    width: content.width,
    height: content.height,
    group: groupId,
  }));
  const { drawn } = divideLines(visible, level, 'main');
  const lineCount = drawn.length;
  if (level === 'step') {
    const strengthOf = isOfInterfaces(visible, level)
      ? wayStrength
      : ({ edges }: (typeof drawn)[number]) => volumeOf(edges);
    return { boxes, edges: strongestWays(drawn, strengthOf), lineCount, isProcess: true };
  }
  return { boxes, edges: distinctEdges(drawn), lineCount };
}

/** Each pair once, in the direction that is taken more often; loops not at all. */
function strongestWays(
  lines: VisibleGraph['edges'],
  strengthOf: (line: VisibleGraph['edges'][number]) => number,
): readonly LayoutEdge[] {
  const ways = lines.map((line) => ({ from: line.from, to: line.to, volume: strengthOf(line) }));
  return distinctEdges(ways.sort((a, b) => b.volume - a.volume));
}

/** Each pair once, whatever the direction (the first given counts), without loops: boxes that send both ways then line up. */
export function distinctEdges<E extends LayoutEdge>(edges: readonly E[]): readonly E[] {
  const seen = new Set<string>();
  return edges.flatMap((edge) => {
    const { from, to } = edge;
    const key = JSON.stringify(from < to ? [from, to] : [to, from]);
    if (from === to || seen.has(key)) return [];
    seen.add(key);
    return [edge];
  });
}

/** Moves places so that the arrangement begins at 0, 0, and measures it. */
export function arrangement(boxes: readonly SizedBox[], places: ReadonlyMap<string, Place>): Arrangement {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { id, width, height } of boxes) {
    const place = places.get(id);
    if (place === undefined) continue;
    left = Math.min(left, place.x);
    top = Math.min(top, place.y);
    right = Math.max(right, place.x + width);
    bottom = Math.max(bottom, place.y + height);
  }
  if (left > right) return { width: 0, height: 0, places: new Map() };
  const moved = new Map<string, Place>();
  for (const [id, { x, y }] of places) moved.set(id, { x: x - left, y: y - top });
  return { width: right - left, height: bottom - top, places: moved };
}
