import { drawLegend } from '../../../../shared/diagram/draw-furniture';
import type { DrawingItem, Stroke } from '../../../../shared/diagram/drawing';
import { lightTheme } from '../../../../shared/diagram/theme';
import { prose } from '../document/prose';
import type { Picture } from '../document/report-document';
import { colours, legiblePoints, styles } from './page-style';
import type { PageWriter } from './page-writer';
import type { TaggedContent, TaggedElement } from './paged-report';
import { setProse } from './set-prose';

/** Legends are drawn for a scale at which their text has 11 units; on paper it has 7.7 points. */
const legendScale = 0.7;
/** A small map is not to shout. */
const largestScale = 0.85;

/** Sets a picture in all the room that the page leaves, with its legend below. */
export function setPicture(writer: PageWriter, picture: Picture): readonly TaggedElement[] {
  const legend = drawLegend(picture.legend, lightTheme, writer.left, 0, writer.width, legendScale);
  const highlight = picture.highlight === null ? [] : highlightSample(picture.highlight, writer.left);
  const highlightHeight = highlight.length === 0 ? 0 : 20 * legendScale;
  const notes = setProse(prose(picture.notes.join(' ')), styles.small, writer.width);
  const below = legend.height + highlightHeight + notes.length * styles.small.leading + 14;
  const room = writer.room - below;
  const scale = Math.min(writer.width / picture.width, room / picture.height, largestScale);
  if (picture.smallestText * scale < legiblePoints) {
    writer.notes.push(
      `The map “${picture.title}” is too large for one page: its smallest text is ${Math.round(picture.smallestText * scale * 10) / 10} points high. Collapse groups, or show fewer systems.`,
    );
  }
  const width = picture.width * scale;
  const height = picture.height * scale;
  const x = writer.left + (writer.width - width) / 2;
  const y = writer.y;
  const figure: TaggedElement = {
    tag: 'Figure',
    title: picture.title,
    alt: picture.description,
    box: [x, y, x + width, y + height],
    children: [{ page: writer.page, items: picture.items.map((item) => moved(item, scale, x, y)) }],
  };
  writer.y += height + 8;
  const top = writer.y;
  const elements = [
    figure,
    ...(highlight.length === 0 ? [] : [legendParagraph(writer.page, shiftDown(highlight, top))]),
    ...(legend.items.length === 0
      ? []
      : [legendParagraph(writer.page, shiftDown(legend.items, top + highlightHeight))]),
  ];
  writer.y = top + highlightHeight + legend.height + 4;
  if (notes.length === 0) return elements;
  return [...elements, { tag: 'P', children: writer.lines(notes, styles.small) }];
}

const legendParagraph = (page: number, items: readonly DrawingItem[]): TaggedElement => ({
  tag: 'P',
  children: [{ page, items } satisfies TaggedContent],
});

function highlightSample(words: string, left: number): readonly DrawingItem[] {
  const size = 11 * legendScale;
  const text = `${words}: marked with a band`;
  const stroke: Stroke = { colour: colours.alert, width: 1 };
  return [
    { kind: 'rectangle', x: left, y: 2.4, width: 26, height: 9, radius: 2, fill: '#f0cfe0', stroke },
    {
      kind: 'text',
      x: left + 32,
      y: 9.6,
      text,
      size,
      weight: 600,
      fill: colours.ink,
      anchor: 'start',
    },
  ];
}

const shiftDown = (items: readonly DrawingItem[], dy: number): readonly DrawingItem[] =>
  items.map((item) => moved(item, 1, 0, dy));

/** The same shape, scaled and then moved; names of parts of the picture are dropped, as nothing refers to them. */
export function moved(item: DrawingItem, scale: number, dx: number, dy: number): DrawingItem {
  switch (item.kind) {
    case 'group':
      return {
        kind: 'group',
        role: item.role,
        items: item.items.map((child) => moved(child, scale, dx, dy)),
      };
    case 'rectangle':
      return {
        ...item,
        x: dx + item.x * scale,
        y: dy + item.y * scale,
        width: item.width * scale,
        height: item.height * scale,
        radius: item.radius * scale,
        ...(item.stroke === undefined ? {} : { stroke: scaled(item.stroke, scale) }),
      };
    case 'text':
      return { ...item, x: dx + item.x * scale, y: dy + item.y * scale, size: item.size * scale };
    case 'path':
      return {
        ...item,
        d: movedPath(item.d, scale, dx, dy),
        ...(item.stroke === undefined ? {} : { stroke: scaled(item.stroke, scale) }),
      };
  }
}

const scaled = (stroke: Stroke, scale: number): Stroke => ({
  ...stroke,
  width: stroke.width * scale,
  ...(stroke.dash === undefined ? {} : { dash: stroke.dash.map((length) => length * scale) }),
});

/** Paths have absolute coordinates only, so every pair of numbers is a point. */
function movedPath(d: string, scale: number, dx: number, dy: number): string {
  let isX = false;
  return d.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (digits) => {
    isX = !isX;
    return String(Math.round((Number(digits) * scale + (isX ? dx : dy)) * 1000) / 1000);
  });
}
