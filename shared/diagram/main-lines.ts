import type { LineageEdge, LineageGraph } from '../model/lineage-graph';
import type { LineChoice } from './scene';
import type { VisibleEdge, VisibleGraph } from './visible-graph';

/**
 * With more lines than these, and so many to a box, a picture is a tangle: it begins with its main lines. The
 * steps of a process are all joined to each other sooner than systems are.
 */
const dense = { edges: 150, perBox: 4, inAll: 600 } as const;
const denseSteps = { edges: 24, perBox: 2 } as const;

/** How many lines a box has in a picture of main lines: what reads without following a line with a finger. */
const usualPerBox = { step: 1.6, interface: 1.2, other: 2 } as const;

export interface DividedLines {
  readonly drawn: readonly VisibleEdge[];
  /** The weaker ones, which the picture leaves out and counts. */
  readonly leftOut: readonly VisibleEdge[];
}

/** Whether there are so many lines that words are left to those that one points at, and losses. */
export function isTooDense(boxes: number, edges: number): boolean {
  return edges > dense.inAll || isMesh(boxes, edges);
}

/** Whether so many lines meet at each box that even a few boxes are a mesh. */
export function isMesh(boxes: number, edges: number): boolean {
  return edges > dense.edges && edges > boxes * dense.perBox;
}

/** Whether a picture of so many boxes and lines begins with its main lines only. */
export function isTangled(level: LineageGraph['level'], boxes: number, edges: number): boolean {
  const limit = level === 'step' ? denseSteps : dense;
  return edges > limit.edges && edges > boxes * limit.perBox;
}

/**
 * Divides the lines of a picture into those that are drawn and those left out. Losses come first, then what
 * carries most. No box is cut off by it: the strongest line into each box and out of it stays, and what hung
 * together hangs together still. Without a choice every line is drawn.
 */
export function divideLines(
  visible: Pick<VisibleGraph, 'boxes' | 'edges'>,
  level: LineageGraph['level'],
  choice: LineChoice | undefined,
): DividedLines {
  const { boxes, edges } = visible;
  const all = { drawn: edges, leftOut: [] };
  if (choice === undefined || choice === 1) return all;
  if (choice === 'main' && !isTangled(level, boxes.length, edges.length)) return all;
  const isInterfaces = isOfInterfaces(visible, level);
  const perBox = isInterfaces
    ? usualPerBox.interface
    : level === 'step'
      ? usualPerBox.step
      : usualPerBox.other;
  const usual = Math.round(boxes.length * perBox);
  const wanted = choice === 'main' ? usual : Math.round(edges.length * choice);
  const strongestFirst = byStrength(
    edges,
    isInterfaces ? wayStrength : ({ edges: flows }) => volumeOf(flows),
  );
  const kept = backbone(strongestFirst, !isInterfaces);
  for (const edge of strongestFirst) {
    if (kept.size >= wanted) break;
    kept.add(edge);
  }
  return { drawn: edges.filter((edge) => kept.has(edge)), leftOut: edges.filter((edge) => !kept.has(edge)) };
}

/** Records or times that a line stands for, as far as logs tell. */
export function volumeOf(edges: readonly LineageEdge[]): number {
  return edges.reduce(
    (sum, { count, sent, received }) => sum + (count ?? Math.max(sent ?? 0, received ?? 0)),
    0,
  );
}

/** Whether the steps are those of interfaces, each in the frame of its system. */
export function isOfInterfaces(
  { boxes }: Pick<VisibleGraph, 'boxes'>,
  level: LineageGraph['level'],
): boolean {
  return level === 'step' && boxes.some(({ node }) => node?.shortName !== undefined);
}

/** What follows after longer than this is more likely another message of the same record. */
const sameMessageSeconds = 4 * 3600;

/**
 * How much a line between steps of interfaces tells of the way that messages take. A record has many messages:
 * what follows days later is the next one, which begins anew, however often that happens.
 */
export function wayStrength({ edges }: Pick<VisibleEdge, 'edges'>): number {
  return edges.reduce(
    (sum, flow) => sum + volumeOf([flow]) / (1 + ((flow.medianSeconds ?? 0) / sameMessageSeconds) ** 2),
    0,
  );
}

/**
 * How thick each line is drawn, 1 to 5, by what it carries beside the strongest: by orders of magnitude, since
 * the busiest step is often a thousand times as busy as the rarest.
 */
export function weightsOf(lines: readonly VisibleEdge[]): ReadonlyMap<VisibleEdge, number> {
  const volumes = lines.map((line) => [line, volumeOf(line.edges)] as const);
  const most = Math.max(1, ...volumes.map(([, volume]) => volume));
  return new Map(
    volumes.map(([line, volume]) => [line, 1 + Math.round((4 * Math.log1p(volume)) / Math.log1p(most))]),
  );
}

const lostOf = (edges: readonly LineageEdge[]): number =>
  edges.reduce((sum, edge) => sum + Math.max(0, edge.lost ?? 0), 0);

function byStrength(
  edges: readonly VisibleEdge[],
  strengthOf: (edge: VisibleEdge) => number,
): readonly VisibleEdge[] {
  return edges
    .map((edge) => ({ edge, lost: lostOf(edge.edges), volume: strengthOf(edge) }))
    .sort(
      (a, b) =>
        b.lost - a.lost ||
        b.volume - a.volume ||
        b.edge.edges.length - a.edge.edges.length ||
        (a.edge.id < b.edge.id ? -1 : a.edge.id > b.edge.id ? 1 : 0),
    )
    .map(({ edge }) => edge);
}

/**
 * The strongest lines that join what is joined at all, and the strongest into and out of each box. Where a message
 * ends there is no way out: what follows is another message.
 */
function backbone(strongestFirst: readonly VisibleEdge[], isBothWays: boolean): Set<VisibleEdge> {
  const kept = new Set<VisibleEdge>();
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  const hasOut = new Set<string>();
  const hasIn = new Set<string>();
  for (const edge of strongestFirst) {
    if (edge.from === edge.to) continue;
    const [from, to] = [root(edge.from), root(edge.to)];
    if (from !== to) parents.set(to, from);
    if (from !== to || (isBothWays && (!hasOut.has(edge.from) || !hasIn.has(edge.to)))) kept.add(edge);
    hasOut.add(edge.from);
    hasIn.add(edge.to);
  }
  return kept;
}
