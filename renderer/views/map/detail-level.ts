import { isMesh, isTooDense } from '../../../shared/diagram/main-lines';

/**
 * How much is drawn at a zoom. `full`: the card as it is in every export; `brief`: name and owner, and on
 * edges what was lost, in sizes that are read on the screen; `title`: names alone; `far`: frames with their
 * names, cards and edges as shapes in a few elements.
 */
export type DetailLevel = 'full' | 'brief' | 'title' | 'far';

/** Below this a card's text is under 8 px on the screen and is hard to read. */
const fullFrom = 0.75;
/** Below this there is no room for two lines in sizes that are read. */
const briefFrom = 0.42;
const titleFrom = 0.28;
/** A small map never falls back to frames: its few cards stay readable by name. */
const manyBoxes = 120;

export function detailLevel(zoom: number, boxes: number): DetailLevel {
  if (zoom >= fullFrom) return 'full';
  if (zoom >= briefFrom) return 'brief';
  return zoom >= titleFrom || boxes <= manyBoxes ? 'title' : 'far';
}

const byDetail: readonly DetailLevel[] = ['full', 'brief', 'title', 'far'];

/** The one of two in which less is drawn. */
export function coarser(a: DetailLevel, b: DetailLevel): DetailLevel {
  return byDetail.indexOf(a) > byDetail.indexOf(b) ? a : b;
}

/** More edges than this are drawn as thin shapes while names are all that can be read. */
const shapesFrom = 250;

/** How edges are drawn: `drawn` as in every export, `shapes` thin and without words but for those that are lit. */
export function edgeLook(detail: DetailLevel, boxes: number, edges: number): 'drawn' | 'shapes' {
  if (detail === 'far' || isMesh(boxes, edges)) return 'shapes';
  // Near enough to read a card, few of the lines are in sight, and their ends tell where they lead.
  if (detail !== 'full' && isTooDense(boxes, edges)) return 'shapes';
  return detail === 'title' && edges > shapesFrom ? 'shapes' : 'drawn';
}

/**
 * What a length in the scene must be multiplied by to keep its size on the screen, in coarse steps, so
 * that zooming restyles only now and then.
 */
export function scaleStep(zoom: number): number {
  return 2 ** (-Math.round(Math.log2(zoom) * 4) / 4);
}
