import type { LineageEdge, LineageGraph, LineageNode } from '../model/lineage-graph';
import type { MapLevel } from '../model/vocabulary';
import { edgeLabel, flowCount, formatCount } from './edge-style';
import { volumeOf } from './main-lines';
import { textWidth } from './measure-text';
import type { EdgeStyle, Failure, MapMode, SceneBadge, SceneEdge } from './scene';
import { countWords, type VisibleBox, type VisibleEdge } from './visible-graph';

type Said = Pick<SceneEdge, 'tone' | 'says'> & { readonly words: readonly string[] };

/** What a line says, and whether it stands out or back. */
export function sayOf(edge: VisibleEdge, mode: MapMode | undefined, failing: ReadonlySet<string>): Said {
  const words = edgeLabel(edge.edges, edge.style);
  if (mode === undefined) return { words };
  if (mode.kind === 'losses') return sayLosses(edge.edges, edge.style);
  const stops =
    edge.style !== 'planned' && edge.style !== 'retired' && edge.edges.some((flow) => isStopped(flow, mode));
  const isShown = stops || (failing.has(edge.from) && failing.has(edge.to));
  if (!isShown) return { words: [], tone: 'faint', says: '' };
  if (!stops) return { words, tone: 'faint' };
  const stopped = edge.edges.filter((flow) => isStopped(flow, mode));
  const said =
    stopped.length === edge.edges.length
      ? 'stops'
      : `${flowCount(stopped)} of ${counted(flowCount(edge.edges), 'flow')} ${flowCount(stopped) === 1 ? 'stops' : 'stop'}`;
  return { words: [said], tone: 'alert', says: said };
}

const isStopped = (flow: LineageEdge, { failed, unavailable }: Failure): boolean =>
  [flow.from, flow.to].some((id) => failed.has(id) || unavailable.has(id));

function sayLosses(flows: readonly LineageEdge[], style: EdgeStyle): Said {
  const { sent, lost } = lossesOf(flows);
  if (lost !== null && lost > 0) {
    const of = sent === null || sent === 0 ? [] : [`of ${formatCount(sent)}`, percent(lost / sent)];
    return { words: [`${formatCount(lost)} lost`, ...of], tone: 'alert', says: `${formatCount(lost)} lost` };
  }
  if (style !== 'observed' && style !== 'undeclared')
    return { words: edgeLabel(flows, style), tone: 'faint' };
  const volume = volumeOf(flows);
  const carried = volume === 0 ? [] : [formatCount(volume)];
  return lost === null
    ? { words: [...carried, 'loss unknown'], tone: 'faint', says: carried[0] ?? '' }
    : sayNone(sent ?? volume, unobservableOf(flows));
}

/** Where some cannot be judged, none is known to be lost: that none is lost would be saying more. */
function sayNone(sent: number, unobservable: number): Said {
  if (unobservable === 0) return { words: ['none lost', `of ${formatCount(sent)}`], says: 'none lost' };
  const rest = [`of ${formatCount(sent)}`, `${formatCount(unobservable)} unknown`];
  return { words: ['none known lost', ...rest], says: 'none known lost' };
}

const unobservableOf = (flows: readonly LineageEdge[]): number =>
  flows.reduce((sum, flow) => sum + (flow.unobservable ?? 0), 0);

/** Of flows of which it is known: how many were sent, and how many of those were lost; null where of none. */
function lossesOf(flows: readonly LineageEdge[]): {
  readonly sent: number | null;
  readonly lost: number | null;
} {
  const known = flows.filter((flow) => flow.lost !== null);
  if (known.length === 0) return { sent: null, lost: null };
  return {
    sent: known.reduce((sum, flow) => sum + (flow.sent ?? 0), 0),
    lost: known.reduce((sum, flow) => sum + (flow.lost ?? 0), 0),
  };
}

/** "4.6 %"; what is next to nothing is not said to be nothing. */
function percent(share: number): string {
  if (share < 0.001) return 'under 0.1 %';
  return `${Math.round(share * 1000) / 10} %`;
}

/** The finding that the picture shows, as its title. */
export function titleOf(mode: MapMode, graph: Pick<LineageGraph, 'level' | 'nodes' | 'edges'>): string {
  return mode.kind === 'losses' ? lossTitle(graph) : failureTitle(mode, graph);
}

function lossTitle({ level, edges }: Pick<LineageGraph, 'level' | 'edges'>): string {
  const live = edges.filter((edge) => edge.lost !== null);
  const { sent, lost } = lossesOf(live);
  if (lost === null) return 'No log tells of both ends of a flow: losses cannot be determined';
  // Between organisations a line stands for the flows of all their systems.
  const line = level === 'organisation' ? 'connection' : 'flow';
  const unknown = edges.filter((edge) => edge.lost === null && edge.status === 'live').length;
  const unobservable = unobservableOf(edges);
  const undetermined = [
    ...(unobservable === 0 ? [] : [counted(unobservable, 'message')]),
    ...(unknown === 0
      ? []
      : [unobservable === 0 ? counted(unknown, 'more') : counted(unknown, `more ${line}`)]),
  ];
  const rest =
    undetermined.length === 0 ? '' : `; of ${undetermined.join(' and of ')} it cannot be determined`;
  const flows = counted(live.length, line);
  const isLost = unobservable === 0 ? 'was lost' : 'is known to be lost';
  if (lost === 0) return `None of ${formatCount(sent ?? 0)} sent ${isLost} on ${flows}${rest}`;
  const lossy = live.filter((edge) => (edge.lost ?? 0) > 0).length;
  return `${formatCount(lost)} of ${formatCount(sent ?? 0)} sent were lost, on ${lossy} of ${flows}${rest}`;
}

type Counted = 'flow' | 'connection' | 'message' | 'more' | 'more flow' | 'more connection';
const counted = (count: number, word: Counted): string =>
  `${formatCount(count)} ${word}${word !== 'more' && count !== 1 ? 's' : ''}`;

/** A card of a dataset is one system's holding of it. */
function named(count: number, kind: LineageNode['kind']): string {
  return kind === 'dataset' ? `${count} holding${count === 1 ? '' : 's'}` : countWords(count, kind);
}

function failureTitle(mode: Failure, { nodes, edges }: Pick<LineageGraph, 'nodes' | 'edges'>): string {
  const kind = nodes[0]?.kind ?? 'system';
  const others = nodes.filter(({ id }) => !mode.failed.has(id));
  const down = others.filter(({ id }) => mode.unavailable.has(id)).length;
  const unsupplied = others.filter(({ id }) => mode.unsupplied.has(id) && !mode.unavailable.has(id)).length;
  const stopped = edges.filter((edge) => edge.status === 'live' && isStopped(edge, mode)).length;
  const parts = [
    ...(down === 0
      ? []
      : [`${down} of ${named(others.length, kind)} ${down === 1 ? 'is' : 'are'} unavailable`]),
    ...(stopped === 0 ? [] : [`${counted(stopped, 'flow')} ${stopped === 1 ? 'stops' : 'stop'}`]),
    ...(unsupplied === 0
      ? []
      : [`${countWords(unsupplied, kind)} ${unsupplied === 1 ? 'gets' : 'get'} nothing new`]),
  ];
  const [last = 'nothing else is unavailable', ...before] = parts.reverse();
  const first = before.reverse().join(', ');
  return `If ${mode.of} fails, ${first === '' ? last : `${first} and ${last}`}`;
}

const badge = { size: 10.5, weight: 600, height: 16, side: 6, fromCorner: 8 } as const;

/** The word on a card's border that says what a failure does to it. */
export function badgeOf(
  box: VisibleBox,
  members: readonly LineageNode['id'][],
  mode: MapMode | undefined,
): SceneBadge | null {
  if (mode?.kind !== 'failure') return null;
  const ids = box.node === null ? members : [box.id];
  const count = (set: ReadonlySet<string>) => ids.filter((id) => set.has(id)).length;
  const down = ids.filter((id) => mode.failed.has(id) || mode.unavailable.has(id)).length;
  const unsupplied = count(mode.unsupplied);
  if (down > 0) {
    const word = box.node !== null && mode.failed.has(box.id) ? 'fails' : 'unavailable';
    return placed(box.node === null ? `${down} unavailable` : word, 'alert', box.content.width);
  }
  if (unsupplied === 0) return null;
  return placed(
    box.node === null ? `${unsupplied} get nothing new` : 'gets nothing new',
    'plain',
    box.content.width,
  );
}

function placed(text: string, tone: SceneBadge['tone'], cardWidth: number): SceneBadge {
  const width = Math.ceil(textWidth(text, badge.size, badge.weight)) + 2 * badge.side;
  const { height, size, weight } = badge;
  return { text, tone, size, weight, x: cardWidth - width - badge.fromCorner, y: -height / 2, width, height };
}

/** Levels on which records are sent. */
export const levelsWithModes: readonly MapLevel[] = ['organisation', 'system', 'dataset'];

/** An organisation of which one system fails is not unavailable: what fails are systems, with what they hold. */
export const hasMode = (level: MapLevel, kind: MapMode['kind']): boolean =>
  levelsWithModes.includes(level) && (kind === 'losses' || level !== 'organisation');

/** Back to front: what stands out is drawn over the rest. */
export const toneOrder = (edge: Pick<SceneEdge, 'tone'>): number =>
  edge.tone === 'faint' ? 0 : edge.tone === undefined ? 1 : 2;
