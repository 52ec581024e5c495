import type { AskedMode, FirstMap, MapAnswer } from '../../../shared/contract/map-methods';
import { buildScene } from '../../../shared/diagram/build-scene';
import type { SceneOptions } from '../../../shared/diagram/scene';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import type { MapGrouping, MapLevel } from '../../../shared/model/vocabulary';
import { journeyMap } from '../analyse/journeys/journey-map';
import { fieldGraph, jobGraph } from '../analyse/lineage/derivation-graph';
import { detailsOf } from '../analyse/lineage/details';
import { datasetGraph, type LineageInput, organisationGraph, systemGraph } from '../analyse/lineage/lineage';
import { openDatasets } from '../analyse/lineage/open-datasets';
import { readTraffic } from '../analyse/lineage/traffic';
import { judgedLosses, knownLosses } from '../analyse/reconcile/known-losses';
import type { EngineContext, Handlers } from '../context';
import { layoutGraph } from '../layout/layout-graph';
import { roomForOpen, withoutFields } from '../layout/room-for-open';
import { startLayoutAhead } from '../layout/run-in-worker';
import { forgetPositions, readPositions, writePositions } from '../store/kept/positions';
import { search } from '../store/search';
import { caseInfo } from './case-handlers';
import { modeOf } from './map-mode';

/** A layout that takes longer is stopped and a simpler one drawn. */
const layoutDeadlineMs = 8000;

/**
 * Where a graph's losses come from: `judged` reconciles first where the case has changed, so that what is
 * printed or exported never depends on what was asked before; `known` is the window's first picture, which
 * does not wait, and says nothing of losses until they are known.
 */
export type Losses = 'known' | 'judged';

/** Everything the map is drawn from, as the case stands now. */
export function lineageInput(context: EngineContext, losses: Losses = 'judged'): LineageInput {
  const { db } = context.openCase;
  const { pairs, writers } = readTraffic(db);
  const info = caseInfo(context);
  const estate = context.estate();
  return {
    estate,
    traffic: pairs,
    writers,
    lost: losses === 'known' ? knownLosses(db, estate) : judgedLosses(db, estate),
    asOf: info.to ?? info.createdAt,
  };
}

/** The graph of one level. */
export function graphOf(
  context: EngineContext,
  level: MapLevel,
  groupBy: MapGrouping,
  losses: Losses = 'judged',
  open: readonly string[] = [],
): LineageGraph {
  if (level === 'step') return journeyMap(context.openCase);
  if (level === 'field') return fieldGraph(context.estate());
  if (level === 'job') return jobGraph(context.estate());
  const input = lineageInput(context, losses);
  if (level === 'organisation') return organisationGraph(input);
  return level === 'dataset'
    ? openDatasets(datasetGraph(input), input.estate, open)
    : systemGraph(input, groupBy);
}

/** What is asked for: a mode by its name, before the case is asked what it means. */
export type AskedPicture = Omit<SceneOptions, 'mode'> & { readonly mode?: AskedMode | undefined };

/** Lays a graph out (keeping every position that the case has) and builds its picture. */
export async function sceneOf(
  context: EngineContext,
  { mode, ...options }: AskedPicture,
  losses: Losses = 'judged',
  /** Where the picture is one that grows from a node. */
  from?: string,
): Promise<MapAnswer> {
  const graph = graphOf(context, options.level, options.groupBy, losses, options.open);
  const resolved = modeOf(context, mode, graph);
  return sceneOfGraph(
    context,
    graph,
    { ...options, ...(resolved === undefined ? {} : { mode: resolved }) },
    from,
  );
}

async function sceneOfGraph(
  context: EngineContext,
  graph: LineageGraph,
  options: SceneOptions,
  from?: string,
): Promise<MapAnswer> {
  const { db, title } = context.openCase;
  const places = placesOf(options.groupBy, from);
  const before = readPositions(db, options.level, places);
  const { positions, note } = await layoutGraph(withoutFields(graph), options, before, layoutDeadlineMs);
  const fresh = Object.fromEntries(
    Object.entries(positions).filter(([id, at]) => before[id]?.x !== at.x || before[id]?.y !== at.y),
  );
  if (Object.keys(fresh).length > 0) writePositions(db, options.level, places, fresh);
  const scene = buildScene(graph, roomForOpen(graph, positions, options), {
    ...options,
    ...(options.mode === undefined || options.title !== undefined ? { title: options.title ?? title } : {}),
  });
  return { graph, scene: { ...scene, footer: [...footerOf(context), ...scene.footer] }, note };
}

/** Under which name the places of a picture are kept. */
function placesOf(groupBy: MapGrouping, from: string | undefined): string {
  return from === undefined ? groupBy : `${groupBy} from ${from}`;
}

/** What every picture says below itself: what it was made from, how far the logs reach, and when. */
function footerOf(context: EngineContext): readonly string[] {
  const info = caseInfo(context);
  const last =
    context.openCase.db.get<{ at: string }>('SELECT at FROM case_log ORDER BY id DESC LIMIT 1')?.at ??
    info.createdAt;
  const files = `${info.counts.sources} source ${info.counts.sources === 1 ? 'file' : 'files'}`;
  const lines =
    info.counts.events === 0 ? 'no log lines' : `${info.counts.events.toLocaleString('en-GB')} log lines`;
  const span = info.from && info.to ? ` from ${info.from.slice(0, 10)} to ${info.to.slice(0, 10)} (UTC)` : '';
  return [`Sources: ${files}; ${lines}${span}. Case as of ${last.slice(0, 10)}.`];
}

/** A picture of more cards than this begins with its groups folded. */
const openUpTo = 120;

type FirstPicture = Pick<SceneOptions, 'level' | 'groupBy'>;

async function firstMap(context: EngineContext, picture: FirstPicture): Promise<FirstMap> {
  const places = readPositions(context.openCase.db, picture.level, picture.groupBy);
  if (Object.keys(places).length === 0) startLayoutAhead();
  const graph = graphOf(context, picture.level, picture.groupBy, 'known');
  const isLarge = graph.nodes.length > openUpTo && graph.groups.length > 1;
  const collapsed = isLarge ? graph.groups.map(({ id }) => id) : [];
  return { collapsed, ...(await sceneOfGraph(context, graph, { ...picture, collapsed, lines: 'main' })) };
}

const preparedAs = (context: EngineContext, picture: FirstPicture): string =>
  `${context.version()} ${picture.level} ${picture.groupBy}`;

export const mapHandlers: Handlers = {
  'map.first': (context, picture) =>
    context.takePrepared(preparedAs(context, picture)) ?? firstMap(context, picture),
  'map.prepare': async (context, picture) => {
    const first = await firstMap(context, picture);
    context.prepare(preparedAs(context, picture), first);
    return null;
  },
  'map.graph': (context, { level, groupBy, losses, open }) =>
    graphOf(context, level, groupBy, losses ?? 'known', open),
  'map.scene': (context, { only, title, open, from, lines, mode, ...rest }) =>
    sceneOf(
      context,
      {
        ...rest,
        ...(only === undefined ? {} : { only }),
        ...(title === undefined ? {} : { title }),
        ...(open === undefined ? {} : { open }),
        ...(lines === undefined ? {} : { lines }),
        mode,
      },
      'known',
      from,
    ),
  'map.move': (context, { level, groupBy, from, moves }) => {
    const positions = Object.fromEntries(moves.map(({ nodeId, ...place }) => [nodeId, place]));
    writePositions(context.openCase.db, level, placesOf(groupBy, from), positions);
    return null;
  },
  'map.relayout': (context, { level, groupBy, from, keepPinned }) => {
    const { db } = context.openCase;
    const places = placesOf(groupBy, from);
    const before = readPositions(db, level, places);
    forgetPositions(db, level, places, keepPinned);
    return Object.entries(before).flatMap(([nodeId, { x, y, isPinned = false }]) =>
      keepPinned && isPinned ? [] : [{ nodeId, x, y, isPinned }],
    );
  },
  'map.details': (context, { level, open, ...wanted }) =>
    detailsOf(
      {
        db: context.openCase.db,
        estate: context.estate(),
        graph: () => graphOf(context, level, 'organisation', 'known', open),
      },
      wanted,
    ),
  search: (context, { text, limit }) => search(context.openCase, text, limit ?? 30),
};
