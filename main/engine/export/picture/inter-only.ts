import type { Drawing, DrawingItem } from '../../../../shared/diagram/drawing';
import { isCovered } from '../../../../shared/diagram/font-coverage';

const substitute = '□';

/**
 * The drawing with every character that the bundled font lacks shown as a box, for formats that hold no
 * other font; and how many texts that touched, to be said.
 */
export function interOnly(drawing: Drawing): {
  readonly drawing: Drawing;
  readonly notes: readonly string[];
} {
  let changed = 0;
  const item = (drawn: DrawingItem): DrawingItem => {
    if (drawn.kind === 'group') return { ...drawn, items: drawn.items.map(item) };
    if (drawn.kind !== 'text') return drawn;
    const text = coveredText(drawn.text);
    if (text === drawn.text) return drawn;
    changed += 1;
    return { ...drawn, text };
  };
  const items = drawing.items.map(item);
  const notes =
    changed === 0
      ? []
      : [
          `${changed} ${changed === 1 ? 'text holds' : 'texts hold'} characters that the font Inter lacks; they are shown as ${substitute}. SVG and HTML keep them.`,
        ];
  return { drawing: { ...drawing, items }, notes };
}

/** The text with a box for each character that Inter lacks. */
export function coveredText(text: string): string {
  let result = '';
  for (const character of text) result += isCovered(character) ? character : substitute;
  return result;
}
