import { displayText } from './display-text';
import { drawEdgeLine } from './draw-edge';
import { drawMark } from './draw-mark';
import type { DrawingItem, DrawnGroup } from './drawing';
import { isLegendMark, sampleLine } from './legend';
import { textWidth, wrapText } from './measure-text';
import type { FontWeight, LegendEntry, Point, Scene } from './scene';
import type { Theme } from './theme';

/** What stands around the picture. Its sizes grow with the picture, so that they read on the same page. */
export interface Furniture {
  readonly width: number;
  readonly height: number;
  readonly figureAt: Point;
  readonly title: DrawnGroup;
  readonly legend: DrawnGroup;
  readonly footer: DrawnGroup;
}

const designWidth = 1640;
const minWidth = 720;

export function drawFurniture(scene: Scene, theme: Theme): Furniture {
  const scale = Math.max(1, scene.width / designWidth, (scene.height * 1.5) / designWidth);
  const side = 28 * scale;
  const width = Math.max(minWidth * scale, scene.width);
  const inner = width - 2 * side;
  let y = 24 * scale;

  const titleSize = 20 * scale;
  const titleItems: DrawingItem[] = [];
  for (const line of wrapText(displayText(scene.title), titleSize, 700, inner, 2)) {
    y += titleSize * 1.25;
    titleItems.push(write(line, side, y - titleSize * 0.25, titleSize, 700, theme.text.title));
  }
  y += 12 * scale;
  titleItems.push(rule(side, y, inner, scale, theme));
  const figureAt = { x: Math.round((width - scene.width) / 2), y: Math.round(y + 6 * scale) };
  y = figureAt.y + scene.height + 6 * scale;

  const legendItems: DrawingItem[] = [rule(side, y, inner, scale, theme)];
  y += 10 * scale;
  const legend = drawLegend(scene.legend, theme, side, y, inner, scale);
  legendItems.push(...legend.items);
  y += legend.height + (legend.height > 0 ? 4 * scale : 0);

  const footerItems: DrawingItem[] = [];
  const size = 10.5 * scale;
  for (const text of scene.footer) {
    for (const line of wrapText(displayText(text), size, 400, inner, 3)) {
      y += 15 * scale;
      footerItems.push(write(line, side, y - 4 * scale, size, 400, theme.text.muted));
    }
  }
  y += 20 * scale;
  return {
    width: Math.ceil(width),
    height: Math.ceil(y),
    figureAt,
    title: { kind: 'group', role: 'title', items: titleItems },
    legend: { kind: 'group', role: 'legend', items: legendItems },
    footer: { kind: 'group', role: 'footer', items: footerItems },
  };
}

/** The legend's entries in as many rows as they need, and the height of those. */
export function drawLegend(
  entries: readonly LegendEntry[],
  theme: Theme,
  left: number,
  top: number,
  width: number,
  scale: number,
): { readonly items: readonly DrawingItem[]; readonly height: number } {
  const items: DrawingItem[] = [];
  const size = 11 * scale;
  let x = left;
  let row = 0;
  for (const entry of entries) {
    const sampleWidth = sampleWidthOf(entry) * scale;
    const entryWidth = sampleWidth + 8 * scale + textWidth(entry.text, size, 400);
    if (x > left && x + entryWidth > left + width) {
      x = left;
      row += 1;
    }
    const middle = top + (row * 20 + 10) * scale;
    items.push(...drawSample(entry, theme, x, middle, scale));
    items.push(
      write(entry.text, x + sampleWidth + 8 * scale, middle + size * 0.36, size, 400, theme.text.ink),
    );
    x += entryWidth + 26 * scale;
  }
  return { items, height: entries.length === 0 ? 0 : (row + 1) * 20 * scale };
}

function sampleWidthOf(entry: LegendEntry): number {
  if (entry.style === 'undeclared-system') return 26;
  return isLegendMark(entry.style) ? 10 : 46;
}

function drawSample(
  entry: LegendEntry,
  theme: Theme,
  x: number,
  y: number,
  scale: number,
): readonly DrawingItem[] {
  switch (entry.style) {
    case 'missing':
    case 'conflicting':
    case 'high':
    case 'medium':
    case 'low':
      return [drawMark(entry.style, x + 5 * scale, y, theme.mark[entry.style], scale)];
    case 'undeclared-system':
      return [
        {
          kind: 'rectangle',
          x,
          y: y - 7 * scale,
          width: 26 * scale,
          height: 14 * scale,
          radius: 3 * scale,
          fill: theme.card.fill,
          stroke: { colour: theme.card.stroke, width: 1.3 * scale, dash: [2 * scale, 3 * scale] },
        },
      ];
    default:
      return drawEdgeLine(
        {
          points: [
            { x, y },
            { x: x + 46 * scale, y },
          ],
          ...sampleLine(entry.style),
        },
        theme,
        scale,
      );
  }
}

function rule(x: number, y: number, width: number, scale: number, theme: Theme): DrawingItem {
  return { kind: 'rectangle', x, y, width, height: scale, radius: 0, fill: theme.rule };
}

function write(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: FontWeight,
  fill: string,
): DrawingItem {
  return { kind: 'text', x, y, text, size, weight, fill, anchor: 'start' };
}
