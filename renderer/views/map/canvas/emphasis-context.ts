import { createContext } from 'react';
import type { HiddenNeighbours } from '../hidden-neighbours';

/** What the cards in sight need to know beside their own drawing. */
export interface CanvasEmphasis {
  readonly dimmedBoxes: ReadonlySet<string>;
  readonly dimmedEdges: ReadonlySet<string>;
  /** The other ends of the selected box's or edge's edges. */
  readonly lit: ReadonlySet<string>;
  /** Lines that the picture leaves out and the eye is led along all the same: a reach, a path. */
  readonly besides: ReadonlySet<string>;
  /** Fields that the one that is followed comes from or goes into, and itself. */
  readonly fields: ReadonlySet<string>;
  readonly hidden: ReadonlyMap<string, HiddenNeighbours>;
}

export const EmphasisContext = createContext<CanvasEmphasis>({
  dimmedBoxes: new Set(),
  dimmedEdges: new Set(),
  lit: new Set(),
  besides: new Set(),
  fields: new Set(),
  hidden: new Map(),
});
