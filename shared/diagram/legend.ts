import type { MapLevel } from '../model/vocabulary';
import { styleMeanings } from './edge-style';
import {
  type EdgeStyle,
  type LegendEntry,
  type LegendMark,
  legendMarks,
  type SceneCard,
  type SceneEdge,
  type SceneGroup,
} from './scene';

const order: readonly EdgeStyle[] = [
  'observed',
  'derived',
  'unlogged',
  'silent',
  'undeclared',
  'planned',
  'retired',
];

export const isLegendMark = (style: LegendEntry['style']): style is LegendMark =>
  legendMarks.some((mark) => mark === style);

/** At step level every line says the same. */
const followedBy = 'Followed by: times seen in logs (thicker is more often), and the median time between';

const markMeanings: Readonly<Record<LegendMark, string>> = {
  missing: 'Missing or not recorded',
  conflicting: 'Sources disagree',
  high: 'High risk',
  medium: 'Medium risk',
  low: 'To note',
};

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
  for (const style of legendMarks) if (marks.has(style)) entries.push({ style, text: markMeanings[style] });
  if (cards.some((card) => !card.node.isDeclared)) {
    entries.push({ style: 'undeclared-system', text: 'Not in any inventory' });
  }
  return entries;
}
