import { type DrawingItem, coordinate as n } from './drawing';
import type { SceneMark } from './scene';

/** Marks differ in form: a gap is a hollow ring, a conflict two halves, a risk a triangle by weight, a beginning an arrowhead, an end a block. */
export function drawMark(
  kind: SceneMark['kind'],
  x: number,
  y: number,
  colour: string,
  scale = 1,
): DrawingItem {
  const at = (dx: number, dy: number) => `${n(x + dx * scale)} ${n(y + dy * scale)}`;
  const stroke = { colour, width: 1.4 * scale };
  switch (kind) {
    case 'missing':
      return { kind: 'path', d: circle(x, y, 3.3 * scale), stroke };
    case 'conflicting':
      return {
        kind: 'path',
        d: `M${at(-4.4, 0)}L${at(-1, -3.6)}L${at(-1, 3.6)}ZM${at(4.4, 0)}L${at(1, -3.6)}L${at(1, 3.6)}Z`,
        fill: colour,
      };
    case 'high':
      return { kind: 'path', d: `M${at(0, -4)}L${at(4.4, 3.6)}L${at(-4.4, 3.6)}Z`, fill: colour };
    case 'medium':
      return { kind: 'path', d: `M${at(0, -3.4)}L${at(3.8, 3.2)}L${at(-3.8, 3.2)}Z`, stroke };
    case 'start':
      return { kind: 'path', d: `M${at(-3, -4)}L${at(4, 0)}L${at(-3, 4)}Z`, fill: colour };
    case 'end':
      return {
        kind: 'path',
        d: `M${at(-3.5, -3.5)}L${at(3.5, -3.5)}L${at(3.5, 3.5)}L${at(-3.5, 3.5)}Z`,
        fill: colour,
      };
    case 'low':
      return { kind: 'path', d: `M${at(-2, -2)}L${at(2, -2)}L${at(2, 2)}L${at(-2, 2)}Z`, fill: colour };
  }
}

/** Four cubic curves: the form of a circle that both SVG and PDF draw alike. */
function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523;
  return (
    `M${n(x + r)} ${n(y)}C${n(x + r)} ${n(y + k)} ${n(x + k)} ${n(y + r)} ${n(x)} ${n(y + r)}` +
    `C${n(x - k)} ${n(y + r)} ${n(x - r)} ${n(y + k)} ${n(x - r)} ${n(y)}` +
    `C${n(x - r)} ${n(y - k)} ${n(x - k)} ${n(y - r)} ${n(x)} ${n(y - r)}` +
    `C${n(x + k)} ${n(y - r)} ${n(x + r)} ${n(y - k)} ${n(x + r)} ${n(y)}Z`
  );
}
