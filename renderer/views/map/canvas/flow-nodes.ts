import type { Node } from '@xyflow/react';
import type { Scene, SceneCard, SceneGroup } from '../../../../shared/diagram/scene';
import type { DetailLevel } from '../detail-level';

export type CardNode = Node<{ readonly box: SceneCard | SceneGroup; readonly detail: DetailLevel }, 'card'>;
export type FrameNode = Node<{ readonly group: SceneGroup; readonly detail: DetailLevel }, 'frame'>;
export type FlowNode = CardNode | FrameNode;

/** Frames lie under the edges, cards over them. */
const layers = { frame: 0, card: 2 } as const;

/**
 * The scene as React Flow's nodes: places and sizes are the scene's, so that nothing is measured. A node
 * whose drawing did not change is the same object as before, so that React leaves it alone. Far out, cards
 * are drawn as shapes of one element and are no nodes.
 */
export function flowNodes(
  scene: Scene,
  detail: DetailLevel,
  before: ReadonlyMap<string, FlowNode>,
): readonly FlowNode[] {
  const nodes: FlowNode[] = [];
  for (const group of scene.groups) {
    if (group.isCollapsed) nodes.push(cardNode(group, detail, before.get(group.id)));
    else nodes.push(frameNode(group, detail, before.get(group.id)));
  }
  if (detail !== 'far')
    for (const card of scene.cards) nodes.push(cardNode(card, detail, before.get(card.id)));
  return nodes;
}

function cardNode(box: SceneCard | SceneGroup, detail: DetailLevel, known: FlowNode | undefined): FlowNode {
  if (known?.type === 'card' && known.data.box === box && known.data.detail === detail) return known;
  return {
    ...shape(box),
    type: 'card',
    zIndex: layers.card,
    draggable: detail !== 'far',
    data: { box, detail },
  };
}

function frameNode(group: SceneGroup, detail: DetailLevel, known: FlowNode | undefined): FlowNode {
  if (known?.type === 'frame' && known.data.group === group && known.data.detail === detail) return known;
  return {
    ...shape(group),
    type: 'frame',
    zIndex: layers.frame,
    draggable: false,
    // The frame itself lets the mouse through to the canvas; only its heading is to be pressed.
    style: { pointerEvents: 'none' },
    data: { group, detail },
  };
}

function shape(box: SceneCard | SceneGroup) {
  const { id, x, y, width, height } = box;
  return {
    id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [],
    selectable: false,
  };
}
