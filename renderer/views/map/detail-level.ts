/**
 * How much is drawn at a zoom. `full`: the card as it is in every export; `title`: its name, large enough
 * to read; `far`: frames with their names, cards and edges as shapes in a few elements.
 */
export type DetailLevel = 'full' | 'title' | 'far';

/** Below this a card's text is under 6 px on the screen and nobody reads it. */
const fullFrom = 0.5;
const titleFrom = 0.22;
/** A small map never falls back to frames: its few cards stay readable by name. */
const manyBoxes = 120;

export function detailLevel(zoom: number, boxes: number): DetailLevel {
  if (zoom >= fullFrom) return 'full';
  return zoom >= titleFrom || boxes <= manyBoxes ? 'title' : 'far';
}

/**
 * What a length in the scene must be multiplied by to keep its size on the screen, in coarse steps, so
 * that zooming restyles only now and then.
 */
export function scaleStep(zoom: number): number {
  return 2 ** (-Math.round(Math.log2(zoom) * 2) / 2);
}
