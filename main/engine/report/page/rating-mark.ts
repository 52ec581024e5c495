import { type DrawingItem, coordinate as n } from '../../../../shared/diagram/drawing';
import type { Rating } from '../document/report-document';

/** Half the width of a mark. */
export const markRadius = 4;

const edge = '#14202e';

/** Colours of the Analysis Function's palette; each shape has a dark edge, so that it stands out in grey too. */
const fills: Readonly<Record<Rating, string>> = {
  red: '#801650',
  amber: '#f46a25',
  green: '#28a197',
  unknown: '#ffffff',
};

/** A rating's shape around a centre: octagon, triangle, disc, or an empty square. */
export function ratingMark(rating: Rating, x: number, y: number, radius = markRadius): DrawingItem {
  const stroke = { colour: edge, width: 0.8 };
  const fill = fills[rating];
  switch (rating) {
    case 'red': {
      const a = radius * 0.42;
      const corners = [
        [-a, -radius],
        [a, -radius],
        [radius, -a],
        [radius, a],
        [a, radius],
        [-a, radius],
        [-radius, a],
        [-radius, -a],
      ] as const;
      return { kind: 'path', d: polygon(corners, x, y), fill, stroke };
    }
    case 'amber': {
      const corners = [
        [0, -radius],
        [radius * 1.1, radius * 0.85],
        [-radius * 1.1, radius * 0.85],
      ] as const;
      return { kind: 'path', d: polygon(corners, x, y), fill, stroke };
    }
    case 'green': {
      const k = radius * 0.5523;
      const d = [
        `M${n(x)} ${n(y - radius)}`,
        `C${n(x + k)} ${n(y - radius)} ${n(x + radius)} ${n(y - k)} ${n(x + radius)} ${n(y)}`,
        `C${n(x + radius)} ${n(y + k)} ${n(x + k)} ${n(y + radius)} ${n(x)} ${n(y + radius)}`,
        `C${n(x - k)} ${n(y + radius)} ${n(x - radius)} ${n(y + k)} ${n(x - radius)} ${n(y)}`,
        `C${n(x - radius)} ${n(y - k)} ${n(x - k)} ${n(y - radius)} ${n(x)} ${n(y - radius)}Z`,
      ];
      return { kind: 'path', d: d.join(' '), fill, stroke };
    }
    case 'unknown': {
      const a = radius * 0.82;
      const corners = [
        [-a, -a],
        [a, -a],
        [a, a],
        [-a, a],
      ] as const;
      return { kind: 'path', d: polygon(corners, x, y), fill, stroke: { ...stroke, dash: [1.6, 1.2] } };
    }
  }
}

const polygon = (corners: readonly (readonly [number, number])[], x: number, y: number): string =>
  `${corners.map(([dx, dy], index) => `${index === 0 ? 'M' : 'L'}${n(x + dx)} ${n(y + dy)}`).join(' ')}Z`;
