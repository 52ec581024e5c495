import { arrangeInFrames } from './arrange-in-frames';
import type { Arrange, Arrangement, LayoutInput } from './layout-input';
import { arrangeSimply } from './simple-layered';
import { arrangeTwoLevel } from './two-level';

/** Up to so many boxes there is time for the finer placement. */
const fineUpTo = 160;
/** A process of more steps than these is no longer read along one way. */
const processUpTo = 200;

/** Loaded where it is needed: it is large, and most pictures stand on grids. */
async function layered(isFine: boolean, ...graph: Parameters<Arrange>): Promise<Arrangement> {
  const { elkArranger } = await import('./elk-layered');
  return elkArranger(isFine)(...graph);
}

/** The layout as it should be: with ELK where there are layers, which can take long or fail on graphs of many thousands. */
export async function arrangeFully(input: LayoutInput): Promise<Arrangement> {
  if (input.isProcess && input.boxes.length <= processUpTo) {
    const { arrangeProcess } = await import('./arrange-process');
    return input.boxes.some(({ group }) => group !== null)
      ? arrangeInFrames(input, arrangeProcess)
      : arrangeProcess(input);
  }
  const isFine = input.boxes.length <= fineUpTo;
  return arrangeTwoLevel(input, (...graph) => layered(isFine, ...graph));
}

/** The layout that always comes to an end, for when the full one did not. */
export function arrangePlainly(input: LayoutInput): Promise<Arrangement> {
  return arrangeTwoLevel(input, arrangeSimply);
}
