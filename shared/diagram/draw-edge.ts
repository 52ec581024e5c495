import type { DrawingItem } from './drawing';
import { coordinate as n } from './drawing';
import type { Point, SceneEdge } from './scene';
import { colourOf, type EdgeLine, lineOf, type Theme } from './theme';

const cornerRadius = 7;
/** Length of an end mark, and how far before the end a line stops under it. */
const markLength = 9;

/** The line with rounded corners, as SVG path data; also what the window draws. */
export function edgePath(points: readonly Point[], radius = cornerRadius): string {
  const [first] = points;
  if (first === undefined) return '';
  let d = `M${n(first.x)} ${n(first.y)}`;
  for (let index = 1; index < points.length; index += 1) {
    const corner = points[index];
    const before = points[index - 1];
    const after = points[index + 1];
    if (corner === undefined || before === undefined) continue;
    if (after === undefined) {
      d += `L${n(corner.x)} ${n(corner.y)}`;
      continue;
    }
    const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const into = towards(corner, before, reach);
    const outOf = towards(corner, after, reach);
    d += `L${n(into.x)} ${n(into.y)}Q${n(corner.x)} ${n(corner.y)} ${n(outOf.x)} ${n(outOf.y)}`;
  }
  return d;
}

/** The mark at an edge's end, pointing along its last segment. */
export function endMark(
  points: readonly Point[],
  line: EdgeLine,
  scale = 1,
): { d: string; isFilled: boolean; isClosed: boolean } {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? { x: end.x - 1, y: end.y };
  const length = distance(before, end) || 1;
  const unit = { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
  const at = (back: number, side: number) =>
    `${n(end.x - (unit.x * back + unit.y * side) * scale)} ${n(end.y - (unit.y * back - unit.x * side) * scale)}`;
  switch (line.end) {
    case 'triangle':
      return {
        d: `M${at(0, 0)}L${at(markLength, 4)}L${at(markLength, -4)}Z`,
        isFilled: true,
        isClosed: true,
      };
    case 'open-triangle':
      return {
        d: `M${at(1, 0)}L${at(markLength, 4)}L${at(markLength, -4)}Z`,
        isFilled: false,
        isClosed: true,
      };
    case 'diamond':
      return {
        d: `M${at(0, 0)}L${at(5.5, 4)}L${at(11, 0)}L${at(5.5, -4)}Z`,
        isFilled: true,
        isClosed: true,
      };
    case 'chevron':
      return { d: `M${at(7, 4.2)}L${at(0.5, 0)}L${at(7, -4.2)}`, isFilled: false, isClosed: false };
    case 'double-chevron':
      return {
        d: `M${at(7, 4.2)}L${at(0.5, 0)}L${at(7, -4.2)}M${at(12, 4.2)}L${at(5.5, 0)}L${at(12, -4.2)}`,
        isFilled: false,
        isClosed: false,
      };
    case 'cross':
      return {
        d: `M${at(7, 4.2)}L${at(0.5, 0)}L${at(7, -4.2)}M${at(17, 4)}L${at(11, -4)}M${at(17, -4)}L${at(11, 4)}`,
        isFilled: false,
        isClosed: false,
      };
  }
}

/** Line and end mark of an edge. */
export function drawEdgeLine(
  edge: Pick<SceneEdge, 'points' | 'style' | 'weight' | 'tone'>,
  theme: Theme,
  scale = 1,
): readonly DrawingItem[] {
  const line = lineOf(edge);
  const colour = colourOf(edge, theme);
  const mark = endMark(edge.points, line, scale);
  const stroke = {
    colour,
    width: Math.min(2, Math.max(1.4, line.width * 0.9)) * scale,
    cap: 'round' as const,
  };
  return [
    {
      kind: 'path',
      d: edgePath(
        shortened(edge.points, (mark.isFilled ? markLength - 1 : mark.isClosed ? markLength : 1) * scale),
      ),
      stroke: {
        colour,
        width: line.width * scale,
        dash: line.dash.map((length) => length * scale),
        cap: line.cap,
      },
    },
    {
      kind: 'path',
      d: mark.d,
      ...(mark.isFilled ? { fill: colour } : { stroke }),
    },
  ];
}

/** The points with the last one drawn back, so that the line ends under its mark. */
function shortened(points: readonly Point[], by: number): readonly Point[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return points;
  return [...points.slice(0, -1), towards(end, before, Math.min(by, distance(before, end) - 0.5))];
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
