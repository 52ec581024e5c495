import { hasLoss } from './edge-style';
import type { EdgeStyle, SceneEdge, SceneMark, TextTone } from './scene';

/**
 * The colours of a picture. The categorical ones are the Government Analysis Function's palette; on white
 * only #12436D, #801650 and #3D3D3D carry text. Colour never says anything alone: styles also differ by
 * dash, end mark and word.
 */
export interface Theme {
  readonly background: string;
  readonly rule: string;
  readonly group: { readonly fill: string; readonly stroke: string };
  readonly card: { readonly fill: string; readonly stroke: string; readonly shadow: string };
  readonly text: Readonly<Record<TextTone, string>>;
  readonly edge: Readonly<Record<EdgeStyle, string>>;
  readonly edgeText: Readonly<Record<EdgeStyle, string>>;
  readonly mark: Readonly<Record<SceneMark['kind'], string>>;
  /** In a mode of the picture: lines that it leads to, and those that stand back. */
  readonly tone: Readonly<Record<'alert' | 'faint', string>>;
}

export const lightTheme: Theme = {
  background: '#ffffff',
  rule: '#c3cbd6',
  group: { fill: '#f4f6f9', stroke: '#d3dae3' },
  card: { fill: '#ffffff', stroke: '#9aa5b4', shadow: '#e3e8ee' },
  text: { title: '#14202e', ink: '#2b3542', muted: '#5b6675', alert: '#801650', group: '#12436d' },
  edge: {
    observed: '#12436d',
    unlogged: '#6b7480',
    derived: '#3d3d3d',
    silent: '#801650',
    undeclared: '#f46a25',
    planned: '#28a197',
    retired: '#6b7480',
  },
  edgeText: {
    observed: '#12436d',
    unlogged: '#3d3d3d',
    derived: '#3d3d3d',
    silent: '#801650',
    undeclared: '#3d3d3d',
    planned: '#3d3d3d',
    retired: '#3d3d3d',
  },
  mark: {
    missing: '#801650',
    conflicting: '#801650',
    high: '#801650',
    medium: '#801650',
    low: '#5b6675',
    start: '#12436d',
    end: '#3d3d3d',
  },
  tone: { alert: '#801650', faint: '#aab3bf' },
};

export const darkTheme: Theme = {
  background: '#10151c',
  rule: '#38434f',
  group: { fill: '#171e27', stroke: '#2f3a47' },
  card: { fill: '#1e2732', stroke: '#57657a', shadow: '#0b0f14' },
  text: { title: '#f1f4f8', ink: '#d5dce5', muted: '#a0acba', alert: '#f09cc4', group: '#8fc1ee' },
  edge: {
    observed: '#7db4e6',
    unlogged: '#97a3b1',
    derived: '#c5cdd7',
    silent: '#e87fb4',
    undeclared: '#ff9257',
    planned: '#4fcabf',
    retired: '#97a3b1',
  },
  edgeText: {
    observed: '#a8d0f4',
    unlogged: '#c5cdd7',
    derived: '#c5cdd7',
    silent: '#f4acd0',
    undeclared: '#ffb78f',
    planned: '#86dfd6',
    retired: '#c5cdd7',
  },
  mark: {
    missing: '#f09cc4',
    conflicting: '#f09cc4',
    high: '#f09cc4',
    medium: '#f09cc4',
    low: '#a0acba',
    start: '#7db4e6',
    end: '#c5cdd7',
  },
  tone: { alert: '#f09cc4', faint: '#536072' },
};

export const themes = { light: lightTheme, dark: darkTheme } as const;
export type ThemeName = keyof typeof themes;

/** How a style's line is drawn, in scene units; `dash` alternates drawn and left out. */
export interface EdgeLine {
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
  readonly end: 'triangle' | 'open-triangle' | 'chevron' | 'diamond' | 'double-chevron' | 'cross';
}

/** How much thicker a line of weight 1 to 5 is than usual. */
const weightFactors = [1, 0.75, 1.1, 1.6, 2.2, 3] as const;

/** How an edge's line is drawn: by its style, and by its weight where it has one. */
export function lineOf({ style, weight }: { readonly style: EdgeStyle; readonly weight?: number }): EdgeLine {
  const line = edgeLines[style];
  return weight === undefined ? line : { ...line, width: line.width * (weightFactors[weight] ?? 1) };
}

/** The colour of a line. */
export function colourOf({ style, tone }: Pick<SceneEdge, 'style' | 'tone'>, theme: Theme): string {
  return tone === undefined ? theme.edge[style] : theme.tone[tone];
}

/** The colour of the words on it. */
export function wordColourOf(edge: Pick<SceneEdge, 'style' | 'tone' | 'edges'>, theme: Theme): string {
  if (edge.tone === 'alert' || hasLoss(edge.edges)) return theme.text.alert;
  return edge.tone === 'faint' ? theme.text.muted : theme.edgeText[edge.style];
}

export const edgeLines: Readonly<Record<EdgeStyle, EdgeLine>> = {
  observed: { width: 1.6, dash: [], cap: 'butt', end: 'triangle' },
  unlogged: { width: 1.2, dash: [], cap: 'butt', end: 'chevron' },
  derived: { width: 1.4, dash: [], cap: 'butt', end: 'open-triangle' },
  silent: { width: 1.6, dash: [5, 3.5], cap: 'butt', end: 'open-triangle' },
  undeclared: { width: 2.2, dash: [0.1, 4.4], cap: 'round', end: 'diamond' },
  planned: { width: 1.6, dash: [13, 5], cap: 'butt', end: 'double-chevron' },
  retired: { width: 1.2, dash: [9, 3.5, 1.5, 3.5], cap: 'butt', end: 'cross' },
};
