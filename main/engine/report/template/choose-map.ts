import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { MapSection, ReportPaper } from '../../../../shared/model/report';
import { legiblePoints, margins, paperSizes } from '../page/page-style';
import type { DrawMap } from '../picture/draw-map';

/** More than this are not tried on one page. */
const mostBoxes = 70;
/** What a title, a legend and notes take of a page's height. */
const furnitureHeight = 84;

export interface MapChoice {
  readonly title: string;
  readonly highlight: MapSection['highlight'];
  readonly name?: string;
  /** Names of systems that the title speaks of: the map may close up on them and their neighbours. */
  readonly about: ReadonlySet<string>;
  readonly groupBy: 'organisation' | 'site';
}

/**
 * The largest map that can be read on one page: all systems, else those that the title speaks of with their
 * neighbours, else these alone, each or folded into their groups, else the organisations, else a few systems
 * with many flows between them.
 */
export async function chooseMap(
  graphOf: (level: 'system' | 'organisation', groupBy: MapSection['groupBy']) => LineageGraph,
  drawMap: DrawMap,
  choice: MapChoice,
  paper: ReportPaper,
): Promise<MapSection> {
  const graph = graphOf('system', choice.groupBy);
  const base = {
    kind: 'map',
    level: 'system',
    collapsed: [],
    title: choice.title,
    highlight: choice.highlight,
    ...(choice.name === undefined ? {} : { name: choice.name }),
  } as const satisfies Partial<MapSection>;
  const named = new Set(graph.nodes.filter(({ name }) => choice.about.has(name)).map(({ id }) => id));
  const near = withNeighbours(graph, named);
  const candidates: (MapSection & { readonly level: 'system' | 'organisation' })[] = [
    { ...base, groupBy: choice.groupBy },
    ...(near.size > 0 && near.size < graph.nodes.length
      ? [
          { ...base, groupBy: choice.groupBy, only: [...near].sort() },
          { ...base, groupBy: 'none' as const, only: [...near].sort() },
        ]
      : []),
    ...(named.size > 1 ? [{ ...base, groupBy: 'none' as const, only: [...named].sort() }] : []),
    ...(named.size > 1 ? foldings(base, named, graphOf) : []),
    { ...base, level: 'organisation', groupBy: 'none' },
    ...[24, 16, 10, 6].map((most) => ({
      ...base,
      groupBy: 'none' as const,
      only: busiest(graph, named, most),
    })),
  ];
  for (const candidate of candidates) {
    const { nodes } =
      candidate.level === 'system' && candidate.collapsed.length === 0
        ? graph
        : graphOf(candidate.level, candidate.groupBy);
    const boxes = boxesOf(nodes, candidate);
    if (boxes === 0 || boxes > mostBoxes) continue;
    if (isLegible(await drawMap(candidate, null), paper)) return candidate;
  }
  return { ...base, groupBy: 'none', only: busiest(graph, named, 4) };
}

/** Folded into fewer boxes than these, a picture says no more than its title. */
const fewestFolded = 4;

/**
 * The systems that the title speaks of, folded into their groups, each of which says how many of them it has;
 * by the grouping that tells more apart: what stops with a site all stands in that site.
 */
function foldings<Base extends object>(
  base: Base,
  named: ReadonlySet<string>,
  graphOf: (level: 'system', groupBy: MapSection['groupBy']) => LineageGraph,
) {
  return (['organisation', 'site'] as const)
    .map((groupBy) => {
      const { groups, nodes } = graphOf('system', groupBy);
      const kept = new Set(nodes.flatMap(({ id, group }) => (named.has(id) ? (group ?? id) : [])));
      return { boxes: kept.size, groupBy, collapsed: groups.map(({ id }) => id) };
    })
    .filter(({ boxes }) => boxes >= fewestFolded)
    .sort((a, b) => b.boxes - a.boxes)
    .map(({ groupBy, collapsed }) => ({ ...base, groupBy, collapsed, only: [...named].sort() }));
}

/** How many boxes a picture has: a folded group is one. */
function boxesOf(nodes: LineageGraph['nodes'], { only, collapsed }: MapSection): number {
  const shown = only === undefined ? null : new Set(only);
  const folded = new Set(collapsed);
  const boxes = nodes.flatMap(({ id, group }) => {
    if (shown !== null && !shown.has(id)) return [];
    return group !== null && folded.has(group) ? group : id;
  });
  return new Set(boxes).size;
}

/**
 * The system with most flows, then again and again the one with most flows to those chosen, so that the part
 * hangs together: of those that the title speaks of, or of all where it names none.
 */
function busiest(graph: LineageGraph, named: ReadonlySet<string>, most: number): string[] {
  const isAllowed = (id: string): boolean => named.size === 0 || named.has(id);
  const neighbours = new Map<string, string[]>(
    graph.nodes.filter(({ id }) => isAllowed(id)).map(({ id }) => [id, []]),
  );
  const flows = new Map([...neighbours.keys()].map((id) => [id, 0]));
  for (const { from, to } of graph.edges) {
    for (const [id, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (flows.has(id)) flows.set(id, (flows.get(id) ?? 0) + 1);
      if (id !== other && neighbours.has(other)) neighbours.get(id)?.push(other);
    }
  }
  const chosen = new Set<string>();
  const ties = new Map<string, number>();
  const better = (a: string, b: string): boolean => {
    const difference = (ties.get(a) ?? 0) - (ties.get(b) ?? 0) || (flows.get(a) ?? 0) - (flows.get(b) ?? 0);
    return difference === 0 ? a < b : difference > 0;
  };
  while (chosen.size < Math.min(most, neighbours.size)) {
    let best: string | null = null;
    for (const id of neighbours.keys()) {
      if (!chosen.has(id) && (best === null || better(id, best))) best = id;
    }
    if (best === null) break;
    chosen.add(best);
    for (const other of neighbours.get(best) ?? []) ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  return [...chosen].sort();
}

function isLegible(
  picture: { readonly width: number; readonly height: number; readonly smallestText: number },
  paper: ReportPaper,
): boolean {
  const { width, height } = paperSizes[paper];
  const isWide = picture.width >= picture.height;
  const room = {
    width: (isWide ? height : width) - 2 * margins.side,
    height: (isWide ? width : height) - margins.top - margins.bottom - furnitureHeight,
  };
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  return picture.smallestText * scale >= legiblePoints;
}

function withNeighbours(graph: LineageGraph, ids: ReadonlySet<string>): ReadonlySet<string> {
  const near = new Set(ids);
  for (const { from, to } of graph.edges) {
    if (ids.has(from)) near.add(to);
    if (ids.has(to)) near.add(from);
  }
  return near;
}
