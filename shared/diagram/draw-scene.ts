import { describeScene } from './describe-scene';
import { drawEdgeLine } from './draw-edge';
import { drawFurniture } from './draw-furniture';
import { drawMark } from './draw-mark';
import type { Drawing, DrawingItem, DrawnGroup } from './drawing';
import { textWidth } from './measure-text';
import { labelText } from './route/label-size';
import type {
  Point,
  Scene,
  SceneBadge,
  SceneCard,
  SceneEdge,
  SceneGroup,
  SceneMark,
  SceneText,
} from './scene';
import { type Theme, type ThemeName, themes, wordColourOf } from './theme';

export interface DrawSceneOptions {
  readonly theme?: ThemeName;
  /** Title, legend and footer around the picture; on unless said otherwise. */
  readonly hasFurniture?: boolean;
}

/** The scene as shapes, with its title, legend and footer; its top left is at 0, 0. */
export function drawScene(scene: Scene, options: DrawSceneOptions = {}): Drawing {
  const theme = themes[options.theme ?? 'light'];
  const about = { background: theme.background, title: scene.title, description: describeScene(scene) };
  if (options.hasFurniture === false) {
    const figure = drawFigure(scene, theme, -scene.origin.x, -scene.origin.y);
    return {
      ...about,
      width: scene.width,
      height: scene.height,
      smallestText: labelText.size,
      items: [figure],
    };
  }
  const furniture = drawFurniture(scene, theme);
  const { figureAt, title, legend, footer, width, height } = furniture;
  const figure = drawFigure(scene, theme, figureAt.x - scene.origin.x, figureAt.y - scene.origin.y);
  return { ...about, width, height, smallestText: labelText.size, items: [title, figure, legend, footer] };
}

function drawFigure(scene: Scene, theme: Theme, dx: number, dy: number): DrawnGroup {
  const open = scene.groups.filter((group) => !group.isCollapsed);
  const frames = open.map((group) => drawFrame(group, theme, dx, dy));
  const headings = open.map((group) => drawHeading(group, theme, dx, dy));
  const lines = scene.edges.map((edge) => drawEdge(edge, theme, dx, dy));
  const collapsed = scene.groups.filter((group) => group.isCollapsed);
  const sheets = collapsed.flatMap((group) => drawSheets(group, theme, dx, dy));
  const stacks = collapsed.map((group) => drawStack(group, theme, dx, dy));
  const cards = scene.cards.map((card) => drawCard(card, theme, dx, dy));
  const frameOfLabel = (edge: SceneEdge) =>
    scene.groups.some((group) => !group.isCollapsed && contains(group, edge.labelAt));
  const labels = scene.edges.flatMap((edge) =>
    drawLabel(edge, theme, frameOfLabel(edge) ? theme.group.fill : theme.background, dx, dy),
  );
  return {
    kind: 'group',
    role: 'figure',
    items: [...frames, ...sheets, ...lines, ...headings, ...stacks, ...cards, ...labels],
  };
}

function drawFrame(group: SceneGroup, theme: Theme, dx: number, dy: number): DrawnGroup {
  const x = group.x + dx;
  const y = group.y + dy;
  return {
    kind: 'group',
    role: 'frame',
    id: group.id,
    name: group.name,
    items: [
      {
        kind: 'rectangle',
        x,
        y,
        width: group.width,
        height: group.height,
        radius: 8,
        fill: theme.group.fill,
        stroke: { colour: theme.group.stroke, width: 1 },
      },
    ],
  };
}

/** A frame's heading stands over the lines, which may have no other way than through it. */
function drawHeading(group: SceneGroup, theme: Theme, dx: number, dy: number): DrawnGroup {
  const x = group.x + dx;
  const y = group.y + dy;
  const grounds = group.texts.map(
    (text): DrawingItem => ({
      kind: 'rectangle',
      x: x + text.x - 3,
      y: y + text.y - text.size,
      width: textWidth(text.text, text.size, text.weight) + 6,
      height: text.size * 1.3,
      radius: 2,
      fill: theme.group.fill,
    }),
  );
  const items = [...grounds, ...drawTexts(group.texts, group.marks, theme, x, y)];
  return { kind: 'group', role: 'frame', id: group.id, name: group.name, items };
}

/** A collapsed group is a card with two more showing behind it; lines end at the front one, over those. */
function drawSheets(group: SceneGroup, theme: Theme, dx: number, dy: number): readonly DrawingItem[] {
  return [6, 3].map((offset) => sheet(group, theme, dx + offset, dy + offset));
}

function drawStack(group: SceneGroup, theme: Theme, dx: number, dy: number): DrawnGroup {
  const texts = drawTexts(group.texts, group.marks, theme, group.x + dx, group.y + dy);
  const items = [
    sheet(group, theme, dx, dy),
    ...texts,
    ...drawBadge(group.badge, theme, group.x + dx, group.y + dy),
  ];
  return { kind: 'group', role: 'card', id: group.id, name: group.name, items };
}

function sheet(group: SceneGroup, theme: Theme, dx: number, dy: number): DrawingItem {
  return {
    kind: 'rectangle',
    x: group.x + dx,
    y: group.y + dy,
    width: group.width,
    height: group.height,
    radius: 5,
    fill: theme.card.fill,
    stroke: { colour: theme.card.stroke, width: 1 },
  };
}

function drawCard(card: SceneCard, theme: Theme, dx: number, dy: number): DrawnGroup {
  const x = card.x + dx;
  const y = card.y + dy;
  const isPlain = card.node.isDeclared && card.node.status === 'live';
  const isAlert = card.badge?.tone === 'alert';
  return {
    kind: 'group',
    role: 'card',
    id: card.id,
    name: card.node.name,
    items: [
      {
        kind: 'rectangle',
        x,
        y,
        width: card.width,
        height: card.height,
        radius: 5,
        fill: theme.card.fill,
        stroke: {
          colour: isAlert ? theme.text.alert : theme.card.stroke,
          width: isAlert ? 1.8 : isPlain ? 1 : 1.3,
          ...(isPlain ? {} : { dash: card.node.isDeclared ? [9, 4] : [2, 3] }),
        },
      },
      ...drawTexts(card.texts, card.marks, theme, x, y),
      ...drawBadge(card.badge, theme, x, y),
    ],
  };
}

/** A dark ground or a light one: the two tones differ without colour too. */
function drawBadge(
  badge: SceneBadge | undefined,
  theme: Theme,
  x: number,
  y: number,
): readonly DrawingItem[] {
  if (badge === undefined) return [];
  const isAlert = badge.tone === 'alert';
  return [
    {
      kind: 'rectangle',
      x: x + badge.x,
      y: y + badge.y,
      width: badge.width,
      height: badge.height,
      radius: badge.height / 2,
      fill: isAlert ? theme.text.alert : theme.card.fill,
      stroke: { colour: isAlert ? theme.text.alert : theme.card.stroke, width: 1 },
    },
    {
      kind: 'text',
      x: x + badge.x + badge.width / 2,
      y: y + badge.y + badge.height / 2 + badge.size * 0.36,
      text: badge.text,
      size: badge.size,
      weight: badge.weight,
      fill: isAlert ? theme.card.fill : theme.text.ink,
      anchor: 'middle',
    },
  ];
}

function drawTexts(
  texts: readonly SceneText[],
  marks: readonly SceneMark[],
  theme: Theme,
  x: number,
  y: number,
): readonly DrawingItem[] {
  return [
    ...marks.map((mark) => drawMark(mark.kind, x + mark.x, y + mark.y, theme.mark[mark.kind])),
    ...texts.map(
      (text): DrawingItem => ({
        kind: 'text',
        x: x + text.x,
        y: y + text.y,
        text: text.text,
        size: text.size,
        weight: text.weight,
        fill: theme.text[text.tone],
        anchor: 'start',
      }),
    ),
  ];
}

function drawEdge(edge: SceneEdge, theme: Theme, dx: number, dy: number): DrawnGroup {
  const points = edge.points.map((point) => ({ x: point.x + dx, y: point.y + dy }));
  const items = drawEdgeLine({ ...edge, points }, theme);
  return { kind: 'group', role: 'edge', id: edge.id, name: `${edge.from} > ${edge.to}`, items };
}

function drawLabel(
  edge: SceneEdge,
  theme: Theme,
  fill: string,
  dx: number,
  dy: number,
): readonly DrawnGroup[] {
  const { labelBox: box, labelLines: lines } = edge;
  if (lines.length === 0 || box.width === 0) return [];
  const texts = lines.map(
    (text, index): DrawingItem => ({
      kind: 'text',
      x: edge.labelAt.x + dx,
      y: box.y + dy + labelText.top + (index + 1) * labelText.lineHeight - 3.2,
      text,
      size: labelText.size,
      weight: labelText.weight,
      fill: wordColourOf(edge, theme),
      anchor: 'middle',
    }),
  );
  const ground: DrawingItem = {
    kind: 'rectangle',
    x: box.x + dx,
    y: box.y + dy,
    width: box.width,
    height: box.height,
    radius: 3,
    fill,
  };
  return [{ kind: 'group', role: 'label', id: edge.id, items: [ground, ...texts] }];
}

function contains(group: SceneGroup, { x, y }: Point): boolean {
  return x >= group.x && y >= group.y && x <= group.x + group.width && y <= group.y + group.height;
}
