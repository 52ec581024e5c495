import type { MapLevel } from '../model/vocabulary';
import { styleMeanings } from './edge-style';
import {
  type EdgeStyle,
  type LegendEntry,
  type LegendMark,
  legendMarks,
  type MapMode,
  type ModeStyle,
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
  mode?: MapMode['kind'],
): readonly LegendEntry[] {
  const marks = new Set([...cards, ...groups].flatMap((box) => box.marks.map((mark) => mark.kind)));
  const entries: LegendEntry[] = mode === undefined ? styleEntries(edges, level) : modeEntries(edges, mode);
  for (const style of legendMarks) if (marks.has(style)) entries.push({ style, text: markMeanings[style] });
  if (cards.some((card) => !card.node.isDeclared)) {
    entries.push({ style: 'undeclared-system', text: 'Not in any inventory' });
  }
  return entries;
}

function styleEntries(edges: readonly SceneEdge[], level: MapLevel): LegendEntry[] {
  const styles = new Set(edges.map((edge) => edge.style));
  return order
    .filter((style) => styles.has(style))
    .map((style) => ({ style, text: level === 'step' ? followedBy : styleMeanings[style] }));
}

const modeWords = {
  losses: {
    alert: ['lost', 'Lost on the way (thicker: more was sent)'],
    plain: 'None known lost',
    faint: 'Not known, or nothing to lose',
  },
  failure: {
    alert: ['stops', 'Stops: begins or ends in what is unavailable'],
    plain: 'Goes on',
    faint: 'Goes on',
  },
} as const;

/** In a mode, lines are told by what it says of them. */
function modeEntries(edges: readonly SceneEdge[], mode: MapMode['kind']): LegendEntry[] {
  const tones = new Set(edges.map((edge) => edge.tone));
  const { alert, plain, faint } = modeWords[mode];
  return [
    ...(tones.has('alert') ? [{ style: alert[0], text: alert[1] }] : []),
    ...(tones.has(undefined) ? [{ style: 'none-lost' as const, text: plain }] : []),
    ...(tones.has('faint') ? [{ style: 'faint' as const, text: faint }] : []),
  ];
}

/** How a legend's line is drawn. */
export function sampleLine(style: EdgeStyle | ModeStyle): Pick<SceneEdge, 'style' | 'tone' | 'weight'> {
  switch (style) {
    case 'lost':
    case 'stops':
      return { style: 'observed', tone: 'alert', weight: 3 };
    case 'none-lost':
      return { style: 'observed', weight: 3 };
    case 'faint':
      return { style: 'unlogged', tone: 'faint' };
    default:
      return { style };
  }
}
