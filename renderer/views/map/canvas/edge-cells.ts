import { edgePath, endMark } from '../../../../shared/diagram/draw-edge';
import type { EdgeStyle, Point, Rectangle, Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { edgeLines } from '../../../../shared/diagram/theme';
import { clipPoints } from './clip-points';

/** What edges of one style look like within a cell, as path data. */
export interface CellShape {
  readonly style: EdgeStyle;
  readonly weight?: number;
  readonly tone?: SceneEdge['tone'];
  readonly isDimmed: boolean;
  readonly line: string;
  /** End marks, by how they are painted. */
  readonly filled: string;
  readonly open: string;
  readonly stroked: string;
}

/** A square of the scene with everything of its edges that lies in it. */
export interface EdgeCell extends Rectangle {
  readonly key: string;
  readonly shapes: readonly CellShape[];
  /** Edges that run through it, for finding the one under the mouse. */
  readonly edges: readonly SceneEdge[];
  /** Edges whose label stands in it. */
  readonly labelled: readonly SceneEdge[];
  /** Those of them that are dimmed. */
  readonly dimmedLabels: ReadonlySet<string>;
}

type MutableShape = { -readonly [Key in keyof CellShape]: CellShape[Key] };

/** What a cell looks like is worked out when it is first drawn: most of a large map is never in sight. */
class OpenCell implements EdgeCell {
  readonly edges: SceneEdge[] = [];
  readonly labelled: SceneEdge[] = [];
  readonly dimmedLabels = new Set<string>();
  /** Edges that end in it, and so have their mark here. */
  readonly ending: SceneEdge[] = [];
  /** How many of `edges` run through it; the rest only have words that reach into it. */
  passing = 0;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  #shapes: readonly CellShape[] | null = null;

  constructor(
    readonly key: string,
    column: number,
    row: number,
    size: number,
    private readonly dimmed: ReadonlySet<string>,
  ) {
    this.x = column * size;
    this.y = row * size;
    this.width = size;
    this.height = size;
  }

  get shapes(): readonly CellShape[] {
    this.#shapes ??= this.#draw();
    return this.#shapes;
  }

  #draw(): readonly CellShape[] {
    const shapes = new Map<string, MutableShape>();
    for (const edge of this.edges.slice(0, this.passing)) {
      const parts = clipPoints(edge.points, this);
      if (parts.length > 0) this.#shapeOf(shapes, edge).line += parts.map((part) => edgePath(part)).join('');
    }
    for (const edge of this.ending) {
      const mark = endMark(edge.points, edgeLines[edge.style]);
      const shape = this.#shapeOf(shapes, edge);
      if (mark.isFilled) shape.filled += mark.d;
      else if (mark.isClosed) shape.open += mark.d;
      else shape.stroked += mark.d;
    }
    return [...shapes.values()];
  }

  #shapeOf(shapes: Map<string, MutableShape>, { id, style, weight, tone }: SceneEdge): MutableShape {
    const isDimmed = this.dimmed.has(id);
    const key = `${style} ${weight} ${tone} ${isDimmed}`;
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const shape = {
      style,
      ...(weight === undefined ? {} : { weight }),
      ...(tone === undefined ? {} : { tone }),
      isDimmed,
      line: '',
      filled: '',
      open: '',
      stroked: '',
    };
    shapes.set(key, shape);
    return shape;
  }
}

const known = new WeakMap<
  Scene,
  { readonly dimmed: ReadonlySet<string>; readonly bySize: Map<number, ReadonlyMap<string, EdgeCell>> }
>();

/** The cells of a scene, worked out once for each size: zooming goes to and fro between a few. */
export function knownEdgeCells(
  scene: Scene,
  dimmed: ReadonlySet<string>,
  size: number,
): ReadonlyMap<string, EdgeCell> {
  const before = known.get(scene);
  const { bySize } = before?.dimmed === dimmed ? before : { bySize: new Map() };
  if (before?.dimmed !== dimmed) known.set(scene, { dimmed, bySize });
  const cells = bySize.get(size) ?? edgeCells(scene, dimmed, size);
  bySize.set(size, cells);
  return cells;
}

/**
 * Cuts the edges of a scene into squares. Painting a piece of the screen then touches the few lines in it:
 * one element a line would make every piece go through every edge that runs past it.
 */
export function edgeCells(
  scene: Scene,
  dimmed: ReadonlySet<string>,
  size: number,
): ReadonlyMap<string, EdgeCell> {
  const cells = new Map<string, OpenCell>();
  const cellAt = (column: number, row: number): OpenCell => {
    const key = `${column} ${row}`;
    const made = cells.get(key) ?? new OpenCell(key, column, row, size, dimmed);
    cells.set(key, made);
    return made;
  };
  const cellOf = ({ x, y }: Point) => cellAt(Math.floor(x / size), Math.floor(y / size));

  for (const edge of scene.edges) {
    passAlong(edge, size, cellAt);
    const end = edge.points.at(-1);
    if (end !== undefined) cellOf(end).ending.push(edge);
  }
  for (const cell of cells.values()) cell.passing = cell.edges.length;
  for (const edge of scene.edges) {
    if (edge.labelBox.width === 0) continue;
    const home = cellOf(edge.labelAt);
    home.labelled.push(edge);
    if (dimmed.has(edge.id)) home.dimmedLabels.add(edge.id);
    // Words that reach into the next cell can be pressed there too.
    const { x, y, width, height } = edge.labelBox;
    for (const at of [x, x + width]) {
      for (const corner of [cellOf({ x: at, y }), cellOf({ x: at, y: y + height })]) {
        if (!corner.edges.includes(edge)) corner.edges.push(edge);
      }
    }
  }
  return cells;
}

/** Puts an edge into each cell that its segments run through, once. */
function passAlong(edge: SceneEdge, size: number, cellAt: (column: number, row: number) => OpenCell): void {
  for (let index = 1; index < edge.points.length; index += 1) {
    const from = edge.points[index - 1];
    const to = edge.points[index];
    if (from === undefined || to === undefined) continue;
    const right = Math.floor(Math.max(from.x, to.x) / size);
    const bottom = Math.floor(Math.max(from.y, to.y) / size);
    for (let column = Math.floor(Math.min(from.x, to.x) / size); column <= right; column += 1) {
      for (let row = Math.floor(Math.min(from.y, to.y) / size); row <= bottom; row += 1) {
        const { edges } = cellAt(column, row);
        // An edge comes with all its segments before the next one does.
        if (edges.at(-1) !== edge) edges.push(edge);
      }
    }
  }
}

/** The edge nearest to a point within `reach`, its label counted in; null where none is. */
export function edgeAt(
  cells: ReadonlyMap<string, EdgeCell>,
  size: number,
  point: Point,
  reach: number,
): SceneEdge | null {
  const near = new Set<SceneEdge>();
  for (const [dx, dy] of [
    [0, 0],
    [-reach, 0],
    [reach, 0],
    [0, -reach],
    [0, reach],
  ] as const) {
    const cell = cells.get(`${Math.floor((point.x + dx) / size)} ${Math.floor((point.y + dy) / size)}`);
    for (const edge of cell?.edges ?? []) near.add(edge);
    for (const edge of cell?.labelled ?? []) near.add(edge);
  }
  let best: SceneEdge | null = null;
  let least = reach;
  for (const edge of near) {
    const distance = isInLabel(edge, point) ? 0 : distanceTo(edge.points, point);
    if (distance <= least) {
      best = edge;
      least = distance;
    }
  }
  return best;
}

function isInLabel({ labelBox: box }: SceneEdge, { x, y }: Point): boolean {
  return box.width > 0 && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function distanceTo(points: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
    const along =
      length === 0
        ? 0
        : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
    const share = Math.max(0, Math.min(1, along));
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    least = Math.min(least, Math.hypot(point.x - x, point.y - y));
  }
  return least;
}
