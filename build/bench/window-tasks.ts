import type { LaunchedApp } from '../bootstrap/launch.mjs';

declare global {
  interface Window {
    /** Durations of the page's long tasks since they were last asked for; only the bench sets it. */
    benchTasks?: number[];
  }
}

/** Notes every task of the page's main thread that takes 50 ms or more. */
export async function watchTasks({ page }: LaunchedApp): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(() => {
    const tasks: number[] = [];
    window.benchTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: false });
  });
}

/** The longest task since this was last asked; 0 where none took 50 ms. */
export function longestTask({ page }: LaunchedApp): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window.benchTasks?.splice(0) ?? [])));
}
