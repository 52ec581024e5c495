import type { Arrangement, LayoutInput } from './layout-input';
import { arrangeSimply } from './simple-layered';
import { arrangeTwoLevel } from './two-level';

/** Up to so many boxes there is time for the finer placement. */
const fineUpTo = 160;
/** A process of more steps than these is no longer read along one way. */
const processUpTo = 200;

/** The layout as it should be: with ELK, which can take long or fail on graphs of many thousands. */
export async function arrangeFully(input: LayoutInput): Promise<Arrangement> {
  // Loaded when it is needed: in most processes a worker thread does this, and it is large.
  if (input.isProcess && input.boxes.length <= processUpTo) {
    const { arrangeProcess } = await import('./arrange-process');
    return arrangeProcess(input);
  }
  const { elkArranger } = await import('./elk-layered');
  return arrangeTwoLevel(input, elkArranger(input.boxes.length <= fineUpTo));
}

/** The layout that always comes to an end, for when the full one did not. */
export function arrangePlainly(input: LayoutInput): Promise<Arrangement> {
  return arrangeTwoLevel(input, arrangeSimply);
}
