import type { Rectangle, Scene } from '../../../../shared/diagram/scene';

/** The part of the scene whose edges are in the document, and the zoom step it was chosen for. */
export interface Tile extends Rectangle {
  readonly key: string;
}

/**
 * The visible part, widened to whole half-screens: panning redraws edges only when a border of half a
 * screen is crossed, not on every frame. Zooming keeps the half-screens of the zoom that is painted for, and
 * all that is in sight is inside as long as it is at most half as far out again.
 */
export function tileOf(
  transform: readonly [number, number, number],
  width: number,
  height: number,
  paintedAt: number,
): Tile {
  const [x, y, zoom] = transform;
  const halfWidth = width / 2 / paintedAt || 1;
  const halfHeight = height / 2 / paintedAt || 1;
  const column = Math.floor(-x / zoom / halfWidth);
  const row = Math.floor(-y / zoom / halfHeight);
  return {
    key: `${column} ${row} ${paintedAt} ${width} ${height}`,
    x: (column - 1) * halfWidth,
    y: (row - 1) * halfHeight,
    width: 5 * halfWidth,
    height: 5 * halfHeight,
  };
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The rectangle around points, at least a pixel wide, so that a straight line overlaps too. */
export function boundsOf(points: readonly { readonly x: number; readonly y: number }[]): Rectangle {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}

/** What is to be read are cards, frames and the words on edges: a line that takes a long way round does not count. */
export function boxBounds(scene: Scene): Rectangle {
  const words = scene.edges.map(({ labelBox }) => labelBox).filter(({ width }) => width > 0);
  const boxes = [...scene.cards, ...scene.groups, ...words];
  return boundsOf(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
