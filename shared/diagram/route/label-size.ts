import { textWidth } from '../measure-text';

/** How edge labels are set: the smallest text in a picture. */
export const labelText = { size: 10.5, lineHeight: 13, weight: 500, side: 4, top: 1.5 } as const;

/** Size of the ground that the words cover; nothing where there are none. */
export function labelSize(lines: readonly string[]): { readonly width: number; readonly height: number } {
  if (lines.length === 0) return { width: 0, height: 0 };
  const widths = lines.map((line) => textWidth(line, labelText.size, labelText.weight));
  return {
    width: Math.ceil(Math.max(...widths)) + 2 * labelText.side,
    height: lines.length * labelText.lineHeight + 2 * labelText.top,
  };
}
