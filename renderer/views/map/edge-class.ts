import type { SceneLine } from '../../../shared/diagram/scene';

/** The classes that give a line and its words their colours. */
export function edgeClass({ style, tone }: Pick<SceneLine, 'style' | 'tone'>): string {
  const base = `map-edge map-edge--${style}`;
  return tone === undefined ? base : `${base} map-edge--${tone}`;
}
