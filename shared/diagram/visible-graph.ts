import type { LineageEdge, LineageGraph, LineageGroup, LineageNode } from '../model/lineage-graph';
import { type CardContent, cardLines, layOutCard, layOutGroupCard } from './card';
import { edgeStyle } from './edge-style';
import type { EdgeStyle, SceneOptions } from './scene';

/** A thing that gets a place of its own: a node, or a collapsed group. */
export interface VisibleBox {
  readonly id: string;
  /** The open group it stands in, or null. */
  readonly groupId: string | null;
  readonly content: CardContent;
  /** Null for a collapsed group. */
  readonly node: LineageNode | null;
}

export interface VisibleEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly style: EdgeStyle;
  readonly edges: readonly LineageEdge[];
  /** Set where it leaves or meets an open card at a field. */
  readonly fromField?: string;
  readonly toField?: string;
}

export interface VisibleGroup {
  readonly group: LineageGroup;
  readonly isCollapsed: boolean;
  /** Ids of its nodes that are shown, or that the collapsed card stands for. */
  readonly members: readonly string[];
}

/** What is left of a graph when groups are collapsed and only some nodes are asked for. */
export interface VisibleGraph {
  readonly boxes: readonly VisibleBox[];
  readonly groups: readonly VisibleGroup[];
  readonly edges: readonly VisibleEdge[];
  readonly hiddenNodes: number;
  readonly hiddenEdges: number;
}

const plurals: Readonly<Record<LineageNode['kind'], readonly [string, string]>> = {
  organisation: ['organisation', 'organisations'],
  system: ['system', 'systems'],
  dataset: ['dataset', 'datasets'],
  site: ['site', 'sites'],
  step: ['step', 'steps'],
  field: ['field', 'fields'],
  job: ['job', 'jobs'],
};

/** "1 system", "7 datasets". */
export function countWords(count: number, kind: LineageNode['kind']): string {
  return `${count} ${plurals[kind][count === 1 ? 0 : 1]}`;
}

/**
 * Applies `collapsed` and `only`. Edges between the same two boxes and of the same style become one, so
 * that a planned flow is never counted with live ones. An edge inside a collapsed group is not drawn; one
 * from a node to itself is.
 */
export function visibleGraph(
  graph: LineageGraph,
  options: Pick<SceneOptions, 'collapsed' | 'only'>,
): VisibleGraph {
  const only = options.only === undefined ? null : new Set(options.only);
  const shown = graph.nodes.filter((node) => only === null || only.has(node.id));
  const collapsed = new Set(options.collapsed);
  const membersOf = new Map<string, LineageNode[]>();
  for (const node of shown) {
    if (node.group === null) continue;
    const members = membersOf.get(node.group);
    if (members === undefined) membersOf.set(node.group, [node]);
    else members.push(node);
  }
  const groups: VisibleGroup[] = [];
  for (const group of graph.groups) {
    const members = membersOf.get(group.id)?.map((node) => node.id);
    if (members !== undefined) groups.push({ group, isCollapsed: collapsed.has(group.id), members });
  }
  const groupIds = new Set(groups.map(({ group }) => group.id));
  const isFolded = (node: LineageNode) =>
    node.group !== null && groupIds.has(node.group) && collapsed.has(node.group);

  const boxOf = new Map<string, string>();
  const boxes: VisibleBox[] = [];
  for (const node of shown) {
    const groupId = node.group !== null && groupIds.has(node.group) ? node.group : null;
    boxOf.set(node.id, isFolded(node) && groupId !== null ? groupId : node.id);
    if (!isFolded(node)) boxes.push({ id: node.id, groupId, content: layOutCard(node), node });
  }
  for (const { group, isCollapsed } of groups) {
    if (!isCollapsed) continue;
    const content = groupCard(group, membersOf.get(group.id) ?? []);
    boxes.push({ id: group.id, groupId: null, content, node: null });
  }

  const edges = aggregate(graph, boxOf);
  const drawn = edges.reduce((total, edge) => total + edge.edges.length, 0);
  const inside = graph.edges.filter((edge) => isInside(edge, boxOf)).length;
  return {
    boxes,
    groups,
    edges,
    hiddenNodes: graph.nodes.length - shown.length,
    hiddenEdges: graph.edges.length - drawn - inside,
  };
}

function groupCard(group: LineageGroup, members: readonly LineageNode[]): CardContent {
  const kind = members[0]?.kind ?? 'system';
  const isOwnerGap = (node: LineageNode, isConflict: boolean) =>
    cardLines(node).some(
      (line) =>
        /owner/i.test(line.label) && (line.state === 'conflicting') === isConflict && line.state !== 'known',
    );
  const missing = members.filter((node) => isOwnerGap(node, false)).length;
  const conflicting = members.filter((node) => isOwnerGap(node, true)).length;
  const gaps: string[] = [];
  if (missing > 0) gaps.push(`${missing} without a recorded owner`);
  if (conflicting > 0) gaps.push(`${conflicting} with conflicting owners`);
  return layOutGroupCard(group.name, countWords(members.length, kind), gaps);
}

/** Both ends in one collapsed card. */
function isInside(edge: LineageEdge, boxOf: ReadonlyMap<string, string>): boolean {
  const from = boxOf.get(edge.from);
  return from !== undefined && from === boxOf.get(edge.to) && from !== edge.from;
}

function aggregate(graph: LineageGraph, boxOf: ReadonlyMap<string, string>): readonly VisibleEdge[] {
  const bundles = new Map<string, Omit<VisibleEdge, 'id'> & { readonly edges: LineageEdge[] }>();
  for (const edge of graph.edges) {
    const from = boxOf.get(edge.from);
    const to = boxOf.get(edge.to);
    if (from === undefined || to === undefined || isInside(edge, boxOf)) continue;
    const style = edgeStyle(edge, graph.level);
    // In a folded group a card has no rows to end at.
    const ends = {
      ...(edge.fromField !== undefined && from === edge.from ? { fromField: edge.fromField } : {}),
      ...(edge.toField !== undefined && to === edge.to ? { toField: edge.toField } : {}),
    };
    const key = JSON.stringify([from, to, style, ends.fromField, ends.toField]);
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { from, to, style, ...ends, edges: [edge] });
    else bundle.edges.push(edge);
  }
  // A bundle of one keeps its flow's id, so that a selection survives; ids stay unique in a picture.
  return [...bundles].map(([key, bundle]) => {
    const [first] = bundle.edges;
    const isWhole = bundle.edges.length === 1 && first?.from === bundle.from && first.to === bundle.to;
    return { id: isWhole && first !== undefined ? first.id : key, ...bundle };
  });
}
