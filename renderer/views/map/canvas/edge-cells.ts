import { edgePath, endMark } from '../../../../shared/diagram/draw-edge';
import type { EdgeStyle, Point, Rectangle, Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { edgeLines } from '../../../../shared/diagram/theme';
import { clipPoints } from './clip-points';

/** What edges of one style look like within a cell, as path data. */
export interface CellShape {
  readonly style: EdgeStyle;
  readonly weight?: number;
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
interface OpenCell extends Rectangle {
  readonly key: string;
  readonly shapes: Map<string, MutableShape>;
  readonly edges: SceneEdge[];
  readonly labelled: SceneEdge[];
  readonly dimmedLabels: Set<string>;
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
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell = {
      key,
      x: column * size,
      y: row * size,
      width: size,
      height: size,
      shapes: new Map(),
      edges: [],
      labelled: [],
      dimmedLabels: new Set<string>(),
    };
    cells.set(key, cell);
    return cell;
  };
  const cellOf = ({ x, y }: Point) => cellAt(Math.floor(x / size), Math.floor(y / size));

  for (const edge of scene.edges) {
    const isDimmed = dimmed.has(edge.id);
    for (const [column, row] of cellsAlong(edge.points, size)) {
      const cell = cellAt(column, row);
      const parts = clipPoints(edge.points, cell);
      if (parts.length === 0) continue;
      cell.edges.push(edge);
      shapeOf(cell, edge, isDimmed).line += parts.map((part) => edgePath(part)).join('');
    }
    const end = edge.points.at(-1);
    if (end !== undefined) {
      const mark = endMark(edge.points, edgeLines[edge.style]);
      const shape = shapeOf(cellOf(end), edge, isDimmed);
      if (mark.isFilled) shape.filled += mark.d;
      else if (mark.isClosed) shape.open += mark.d;
      else shape.stroked += mark.d;
    }
    if (edge.labelBox.width > 0) {
      const home = cellOf(edge.labelAt);
      home.labelled.push(edge);
      if (isDimmed) home.dimmedLabels.add(edge.id);
      // Words that reach into the next cell can be pressed there too.
      const { x, y, width, height } = edge.labelBox;
      for (const at of [x, x + width]) {
        for (const corner of [cellOf({ x: at, y }), cellOf({ x: at, y: y + height })]) {
          if (!corner.edges.includes(edge)) corner.edges.push(edge);
        }
      }
    }
  }
  return new Map([...cells].map(([key, cell]) => [key, { ...cell, shapes: [...cell.shapes.values()] }]));
}

function shapeOf(cell: OpenCell, { style, weight }: SceneEdge, isDimmed: boolean): MutableShape {
  const key = `${style} ${weight} ${isDimmed}`;
  const known = cell.shapes.get(key);
  if (known !== undefined) return known;
  const shape = {
    style,
    ...(weight === undefined ? {} : { weight }),
    isDimmed,
    line: '',
    filled: '',
    open: '',
    stroked: '',
  };
  cell.shapes.set(key, shape);
  return shape;
}

/** The cells that a line's segments run through, each once. */
function cellsAlong(points: readonly Point[], size: number): Iterable<readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    const columns = [
      Math.floor(Math.min(from.x, to.x) / size),
      Math.floor(Math.max(from.x, to.x) / size),
    ] as const;
    const rows = [
      Math.floor(Math.min(from.y, to.y) / size),
      Math.floor(Math.max(from.y, to.y) / size),
    ] as const;
    for (let column = columns[0]; column <= columns[1]; column += 1) {
      for (let row = rows[0]; row <= rows[1]; row += 1) found.set(`${column} ${row}`, [column, row]);
    }
  }
  return found.values();
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
