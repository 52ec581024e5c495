import type { MapLevel } from '../model/vocabulary';
import { styleMeanings } from './edge-style';
import type { EdgeStyle, LegendEntry, SceneCard, SceneEdge, SceneGroup } from './scene';

const order: readonly EdgeStyle[] = [
  'observed',
  'derived',
  'unlogged',
  'silent',
  'undeclared',
  'planned',
  'retired',
];

/** At step level every line says the same. */
const followedBy = 'Followed by: times seen in logs (thicker is more often), and the median time between';

/** Explains what is in the picture, and nothing that is not. */
export function legendOf(
  cards: readonly SceneCard[],
  groups: readonly SceneGroup[],
  edges: readonly SceneEdge[],
  level: MapLevel,
): readonly LegendEntry[] {
  const styles = new Set(edges.map((edge) => edge.style));
  const marks = new Set([...cards, ...groups].flatMap((box) => box.marks.map((mark) => mark.kind)));
  const entries: LegendEntry[] = order
    .filter((style) => styles.has(style))
    .map((style) => ({ style, text: level === 'step' ? followedBy : styleMeanings[style] }));
  if (marks.has('missing')) entries.push({ style: 'missing', text: 'Missing or not recorded' });
  if (marks.has('conflicting')) entries.push({ style: 'conflicting', text: 'Sources disagree' });
  if (cards.some((card) => !card.node.isDeclared)) {
    entries.push({ style: 'undeclared-system', text: 'Not in any inventory' });
  }
  return entries;
}
