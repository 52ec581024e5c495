import { buildScene } from '../../../../shared/diagram/build-scene';
import { drawScene } from '../../../../shared/diagram/draw-scene';
import type { Positions, Scene, SceneOptions } from '../../../../shared/diagram/scene';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { MapSection } from '../../../../shared/model/report';
import type { EngineContext } from '../../context';
import { layoutGraph } from '../../layout/layout-graph';
import { graphOf } from '../../methods/map-handlers';
import { readPositions } from '../../store/kept/positions';
import type { Picture } from '../document/report-document';
import { redactGraph } from '../redact/redact-graph';
import type { Redactor } from '../redact/redactor';
import { type Emphasis, emphasise } from './emphasise';

/** Longer than for the window: paper waits. */
const layoutDeadlineMs = 20_000;

export type DrawMap = (section: MapSection, emphasis: Emphasis | null) => Promise<Picture>;

/**
 * Draws a section's map: the whole where cards stand on the screen, a part closed up. Positions of the case
 * are read and never written, so that a report changes nothing.
 */
export function mapDrawer(context: EngineContext, redactor: Redactor): DrawMap {
  return async (section, emphasis) => {
    const { graph, idOf } = redactGraph(graphOf(context, section.level, section.groupBy), redactor);
    const options = {
      level: section.level,
      groupBy: section.groupBy,
      collapsed: section.collapsed.map(idOf),
      ...(section.only === undefined ? {} : { only: section.only.map(idOf) }),
      lines: 'main' as const,
      title: redactor.text(section.title),
    };
    const known = section.only === undefined ? positionsOf(context, section, idOf) : {};
    const { positions } = await layoutGraph(graph, options, known, layoutDeadlineMs);
    const scene = buildScene(graph, positions, options);
    return pictureOf(
      scene,
      emphasis === null ? null : { ...emphasis, ids: withFolded(graph, options, emphasis.ids, idOf) },
    );
  };
}

/** What is meant, and the folded groups of which only what is meant is shown. */
function withFolded(
  graph: LineageGraph,
  { only, collapsed }: Pick<SceneOptions, 'only' | 'collapsed'>,
  ids: ReadonlySet<string>,
  idOf: (id: string) => string,
): ReadonlySet<string> {
  const meant = new Set([...ids].map(idOf));
  const shown = graph.nodes.filter(({ id }) => only === undefined || only.includes(id));
  const isMeant = (group: string) => {
    const members = shown.filter((node) => node.group === group);
    return members.length > 0 && members.every(({ id }) => meant.has(id));
  };
  return new Set([...meant, ...collapsed.filter(isMeant)]);
}

function positionsOf(
  context: EngineContext,
  { level, groupBy }: MapSection,
  idOf: (id: string) => string,
): Positions {
  const known = Object.entries(readPositions(context.openCase.db, level, groupBy));
  return Object.fromEntries(known.map(([id, at]) => [idOf(id), at]));
}

function pictureOf(scene: Scene, emphasis: Emphasis | null): Picture {
  const drawing = drawScene(scene, { hasFurniture: false });
  const { items, words } =
    emphasis === null ? { items: drawing.items, words: [] } : emphasise(drawing.items, scene, emphasis);
  const said =
    words.length === 0 || emphasis === null ? '' : ` ${emphasis.meaning}: ${words.slice(0, 40).join('; ')}.`;
  return {
    kind: 'picture',
    title: scene.title,
    description: `${drawing.description}${said}`,
    width: drawing.width,
    height: drawing.height,
    smallestText: drawing.smallestText,
    items,
    legend: scene.legend,
    highlight: words.length === 0 || emphasis === null ? null : emphasis.meaning,
    notes: scene.footer.map((note) => note.replace('Hidden by filter:', 'Not on this map:')),
  };
}
