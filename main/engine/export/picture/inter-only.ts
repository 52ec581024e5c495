import { drawScene } from '../../../../shared/diagram/draw-scene';
import type { Drawing, DrawingItem } from '../../../../shared/diagram/drawing';
import { isCovered } from '../../../../shared/diagram/font-coverage';
import type { Scene } from '../../../../shared/diagram/scene';

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

/**
 * The picture of a scene in the bundled font alone. Where that lacks a character, the picture itself says in
 * its foot what the box stands for: whoever is handed it sees no note.
 */
export function drawInterOnly(scene: Scene): ReturnType<typeof interOnly> {
  const plain = interOnly(drawScene(scene));
  if (plain.notes.length === 0) return plain;
  const told = `${substitute} stands for a character that the font of this picture lacks; SVG and HTML show it.`;
  return { ...interOnly(drawScene({ ...scene, footer: [...scene.footer, told] })), notes: plain.notes };
}

/** The text with a box for each character that Inter lacks. */
export function coveredText(text: string): string {
  let result = '';
  for (const character of text) result += isCovered(character) ? character : substitute;
  return result;
}
