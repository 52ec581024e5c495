import type { Scene } from '../../../shared/diagram/scene';
import type { LineageNode } from '../../../shared/model/lineage-graph';
import type { MapFilter } from '../../state/map-filter';

/** Boxes and edges to which the eye is led: a hop range or paths. */
export interface Highlight {
  readonly boxes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export interface Emphasis {
  readonly dimmedBoxes: ReadonlySet<string>;
  readonly dimmedEdges: ReadonlySet<string>;
}

export function hasOwnerGap(node: LineageNode): boolean {
  return node.lines.some((line) => /owner/i.test(line.label) && line.state !== 'known');
}

function matches(node: LineageNode, filter: MapFilter): boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    node.name,
    ...(node.otherNames ?? []),
    ...node.lines.map((line) => line.text),
    ...node.flags.map((flag) => flag.text),
  ]
    .join(' ')
    .toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (!filter.isOwnerGap || hasOwnerGap(node)) &&
    (!filter.isFlagged || node.flags.length > 0)
  );
}

/**
 * What is dimmed. A collapsed group counts as one of its members matching when its name has the words. An
 * edge is dimmed with its style, or with both its ends.
 */
export function emphasise(scene: Scene, filter: MapFilter, highlight: Highlight | null): Emphasis {
  const dimmedBoxes = new Set<string>();
  for (const card of scene.cards) {
    const isOut = highlight !== null && !highlight.boxes.has(card.id);
    if (isOut || !matches(card.node, filter)) dimmedBoxes.add(card.id);
  }
  for (const group of scene.groups) {
    if (!group.isCollapsed) continue;
    const isOut = highlight !== null && !highlight.boxes.has(group.id);
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (isOut || !words.every((word) => group.name.toLowerCase().includes(word))) dimmedBoxes.add(group.id);
  }
  const dimmedEdges = new Set<string>();
  for (const edge of scene.edges) {
    const isOut = highlight !== null && !highlight.edges.has(edge.id);
    const isCutOff = dimmedBoxes.has(edge.from) && dimmedBoxes.has(edge.to);
    if (isOut || isCutOff || filter.without.includes(edge.style)) dimmedEdges.add(edge.id);
  }
  return { dimmedBoxes, dimmedEdges };
}
