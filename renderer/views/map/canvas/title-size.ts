import type { CSSProperties } from 'react';
import { textWidth, wrapText } from '../../../../shared/diagram/measure-text';
import type { Rectangle } from '../../../../shared/diagram/scene';

const sizes = [34, 30, 27, 24, 21, 18, 16, 14, 12] as const;
const lineHeight = 1.14;
const side = 10;
const manyLines = 12;

/** The largest size, in scene units, at which a name alone fills its card without being cut. */
export function titleSize(name: string, { width, height }: Pick<Rectangle, 'width' | 'height'>): number {
  const ofOne = textWidth(name.slice(0, 400), 1, 600);
  const fits = (size: number) => {
    const lines = Math.floor((height - 4) / (size * lineHeight));
    // Breaking a text is dear: what could not fit without any break is not tried.
    return (
      ofOne * size <= lines * (width - 2 * side) &&
      wrapText(name, size, 600, width - 2 * side, manyLines).length <= lines
    );
  };
  return sizes.find(fits) ?? 12;
}

export function atMost(size: number): CSSProperties & Record<`--${string}`, string> {
  return { '--fits': `${size}px` };
}

/** Room beside a frame's name: its border, and the button that folds it. */
const besideHeading = 52;
/** Two lines of it are as high as the room over the cards. */
const twoLineHeading = 15;

/**
 * The largest size, in scene units, at which the name of a frame stands on its one line; where that would be
 * small, the one at which it stands in two.
 */
export function headingSize(name: string, width: number): number {
  const room = Math.max(40, width - besideHeading);
  const inOne = room / textWidth(name.slice(0, 400), 1, 600);
  return inOne >= twoLineHeading ? Math.min(inOne, 32) : twoLineHeading;
}
