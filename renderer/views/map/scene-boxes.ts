import type { Rectangle, Scene, SceneCard, SceneGroup, SceneLine } from '../../../shared/diagram/scene';
import type { LineageNode } from '../../../shared/model/lineage-graph';

/** A thing with a place of its own that edges end on: a card, or a collapsed group drawn as one. */
export interface SceneBox extends Rectangle {
  readonly id: string;
  readonly name: string;
  /** Null for a collapsed group. */
  readonly node: LineageNode | null;
  readonly drawn: SceneCard | SceneGroup;
}

/**
 * The scene by id and by neighbour, so that nothing searches it while a person waits. Lines that the picture
 * leaves out lead on as those drawn do: a reach or a path never ends where a line is only hidden.
 */
export interface SceneIndex {
  readonly boxes: ReadonlyMap<string, SceneBox>;
  readonly edges: ReadonlyMap<string, SceneLine>;
  readonly outgoing: ReadonlyMap<string, readonly SceneLine[]>;
  readonly incoming: ReadonlyMap<string, readonly SceneLine[]>;
}

export function indexScene(scene: Scene): SceneIndex {
  const boxes = new Map<string, SceneBox>();
  for (const card of scene.cards)
    boxes.set(card.id, { ...place(card), id: card.id, name: card.node.name, node: card.node, drawn: card });
  for (const group of scene.groups) {
    if (group.isCollapsed)
      boxes.set(group.id, { ...place(group), id: group.id, name: group.name, node: null, drawn: group });
  }
  const outgoing = new Map<string, SceneLine[]>();
  const incoming = new Map<string, SceneLine[]>();
  const add = (map: Map<string, SceneLine[]>, id: string, edge: SceneLine) => {
    const list = map.get(id);
    if (list === undefined) map.set(id, [edge]);
    else list.push(edge);
  };
  const lines = [...scene.edges, ...scene.leftOut];
  for (const edge of lines) {
    add(outgoing, edge.from, edge);
    add(incoming, edge.to, edge);
  }
  return { boxes, edges: new Map(lines.map((edge) => [edge.id, edge])), outgoing, incoming };
}

function place({ x, y, width, height }: Rectangle): Rectangle {
  return { x, y, width, height };
}

/** "Penfold PAS > Trust Integration Engine": how a flow is named everywhere. */
export function edgeName(edge: Pick<SceneLine, 'from' | 'to'>, index: SceneIndex): string {
  return `${index.boxes.get(edge.from)?.name ?? edge.from} > ${index.boxes.get(edge.to)?.name ?? edge.to}`;
}
