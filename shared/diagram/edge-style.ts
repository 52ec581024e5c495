import type { LineageEdge } from '../model/lineage-graph';
import type { MapLevel } from '../model/vocabulary';
import type { EdgeStyle } from './scene';

/** How one flow is drawn. At step level an edge is what the log says: it is always observed. */
export function edgeStyle(edge: LineageEdge, level: MapLevel): EdgeStyle {
  if (level === 'step' || edge.count !== null) return 'observed';
  if (edge.isDerivation) return 'derived';
  if (edge.status !== 'live') return edge.status;
  if (edge.observed) return edge.declared ? 'observed' : 'undeclared';
  return edge.sent === null && edge.received === null ? 'unlogged' : 'silent';
}

export const hasLoss = (edges: readonly LineageEdge[]): boolean => edges.some((edge) => (edge.lost ?? 0) > 0);

/** The word that stands on an edge of the style, so that its line need not be seen in colour. */
export const styleWords: Readonly<Record<EdgeStyle, string>> = {
  observed: '',
  silent: 'silent',
  undeclared: 'undeclared',
  unlogged: 'no log',
  derived: '',
  planned: 'planned',
  retired: 'retired',
};

export const styleMeanings: Readonly<Record<EdgeStyle, string>> = {
  observed: 'Declared, and seen in logs',
  silent: 'Silent: declared, logs show nothing',
  undeclared: 'Undeclared: seen only in logs',
  unlogged: 'No log: declared, no log imported',
  derived: 'Derived: made from it by a job',
  planned: 'Planned: not live',
  retired: 'Retired: no longer used',
};

/** Numbers as British English writes them, without a locale's data: 1,543. */
export function formatCount(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A length of time in the largest unit that leaves at least one: "45 s", "3.2 h". */
export function formatSeconds(seconds: number): string {
  const units: readonly (readonly [number, string])[] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [1, 's'];
  const value = seconds / size;
  return `${formatCount(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10)} ${name}`;
}

/** How many flows a line stands for: parallel ones of several datasets, and those of the groups that it joins. */
export function flowCount(edges: readonly LineageEdge[]): number {
  return edges.reduce((sum, edge) => sum + Math.max(1, edge.flowIds.length), 0);
}

/** The edge's words, one line each: how many flows, what style, and counts that add up over the flows. */
export function edgeLabel(edges: readonly LineageEdge[], style: EdgeStyle): readonly string[] {
  const lines: string[] = [];
  const word = styleWords[style];
  const many = edges.every((edge) => edge.fromField !== undefined || edge.toField !== undefined)
    ? 'fields'
    : 'flows';
  const count = flowCount(edges);
  if (count > 1) lines.push(word === '' ? `${count} ${many}` : `${count} ${many}, ${word}`);
  else if (word !== '') lines.push(word);
  lines.push(...countLines(edges, style));
  return lines;
}

/** What logs say of the flows in numbers, one line each: sent, then lost or received. */
export function countLines(edges: readonly LineageEdge[], style: EdgeStyle): readonly string[] {
  const times = sum(edges.map((edge) => edge.count));
  if (times !== null) {
    const [only] = edges;
    const median = edges.length === 1 ? (only?.medianSeconds ?? null) : null;
    return [`${formatCount(times)} ×`, ...(median === null ? [] : [`median ${formatSeconds(median)}`])];
  }
  // A flow that nobody logged, and one whose logs show nothing, have no number to show.
  if (style === 'unlogged' || style === 'silent' || !edges.some((edge) => edge.observed)) return [];
  const sent = sum(edges.map((edge) => edge.sent));
  const received = sum(edges.map((edge) => edge.received));
  const lost = sum(edges.map((edge) => edge.lost));
  const lines: string[] = [];
  if (sent !== null) lines.push(`${formatCount(sent)} sent`);
  if (lost !== null) lines.push(`${formatCount(lost)} lost`);
  else if (received !== null && received !== sent) lines.push(`${formatCount(received)} received`);
  return lines;
}

/** The sum of what is known; null where nothing is. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
