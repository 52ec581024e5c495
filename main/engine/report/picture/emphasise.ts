import { displayText } from '../../../../shared/diagram/display-text';
import { coordinate, type DrawingItem, type DrawnGroup } from '../../../../shared/diagram/drawing';
import type { Scene, SceneEdge } from '../../../../shared/diagram/scene';

/** What a map's title speaks of: cards by id, or lines by what they carry. */
export interface Emphasis {
  /** Said in the legend: "A message was lost on it". */
  readonly meaning: string;
  readonly ids: ReadonlySet<string>;
  readonly isEdgeMeant: (edge: SceneEdge) => boolean;
}

/** Dark enough to be seen in grey, light enough to be written on. */
const band = '#f0cfe0';
const outline = '#801650';

/** Puts a band behind what is meant and an outline around it, and says what that is in words. */
export function emphasise(
  items: readonly DrawingItem[],
  scene: Scene,
  emphasis: Emphasis,
): { readonly items: readonly DrawingItem[]; readonly words: readonly string[] } {
  const edges = new Map(scene.edges.filter(emphasis.isEdgeMeant).map((edge) => [edge.id, edge]));
  const boxes = new Map(
    [
      ...scene.cards.map((card) => ({ ...card, name: card.node.name })),
      ...scene.groups.filter((g) => g.isCollapsed),
    ]
      .filter(({ id }) => emphasis.ids.has(id))
      .map((box) => [box.id, box]),
  );
  const names = new Map<string, string>();
  for (const { id, node } of scene.cards) names.set(id, displayText(node.name));
  for (const { id, name } of scene.groups) names.set(id, displayText(name));
  const redraw = (item: DrawingItem): DrawingItem => {
    if (item.kind !== 'group') return item;
    const id = item.id ?? '';
    const edge = edges.get(id);
    if (item.role === 'edge' && edge !== undefined) return withBand(item, edge, scene);
    if (item.role === 'label' && edge !== undefined) return withOutline(item);
    if (item.role === 'card' && boxes.has(id)) return withOutline(item);
    return { ...item, items: item.items.map(redraw) };
  };
  return {
    items: items.map(redraw),
    words: [
      ...[...boxes.values()].map(({ id }) => names.get(id) ?? ''),
      ...[...edges.values()].map(({ from, to }) => `${names.get(from) ?? ''} to ${names.get(to) ?? ''}`),
    ],
  };
}

function withBand(group: DrawnGroup, edge: SceneEdge, { origin }: Scene): DrawnGroup {
  const d = edge.points
    .map(
      ({ x, y }, index) =>
        `${index === 0 ? 'M' : 'L'}${coordinate(x - origin.x)} ${coordinate(y - origin.y)}`,
    )
    .join(' ');
  const shape: DrawingItem = { kind: 'path', d, stroke: { colour: band, width: 11 } };
  return { ...group, items: [shape, ...group.items] };
}

/** The first rectangle of a card or label is its ground. */
function withOutline(group: DrawnGroup): DrawnGroup {
  const at = group.items.findIndex((item) => item.kind === 'rectangle');
  const ground = group.items[at];
  if (ground?.kind !== 'rectangle') return group;
  const grown: DrawingItem = {
    ...ground,
    x: ground.x - 4,
    y: ground.y - 3,
    width: ground.width + 8,
    height: ground.height + 6,
    radius: ground.radius + 3,
    fill: band,
    stroke: { colour: outline, width: 1.4 },
  };
  return { ...group, items: [...group.items.slice(0, at), grown, ...group.items.slice(at)] };
}
