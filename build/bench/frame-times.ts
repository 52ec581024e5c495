import type { Page } from 'playwright-core';

/** The frames that a movement of the picture took. */
export interface FrameTimes {
  readonly panP95: number;
  readonly zoomP95: number;
}

/**
 * Turns the wheel over the picture once a frame, in the page itself so that nothing outside is measured:
 * first across it and back, then closer and away with Ctrl held. The slowest twentieth of the frames counts.
 */
export async function frameTimes(page: Page): Promise<FrameTimes> {
  const measured = await page.evaluate(async () => {
    const pane = document.querySelector('.react-flow__pane');
    if (pane === null) throw new Error('There is no picture to move.');
    const box = pane.getBoundingClientRect();
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const during = async (turn: (step: number) => WheelEventInit) => {
      const times: number[] = [];
      let before = await nextFrame();
      for (let step = 0; step < 90; step += 1) {
        pane.dispatchEvent(
          new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...turn(step) }),
        );
        const now = await nextFrame();
        times.push(now - before);
        before = now;
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
    };
    const pan = await during((step) => ({ deltaX: step < 45 ? 60 : -60, deltaY: step % 30 < 15 ? 40 : -40 }));
    const zoom = await during((step) => ({ deltaY: step < 45 ? -12 : 12, ctrlKey: true }));
    return { pan, zoom };
  });
  return { panP95: measured.pan, zoomP95: measured.zoom };
}
