import { openDisplay } from './display.mjs';
import { ensureSampleFiles } from './sample.mjs';
import { setUpApp } from './setup.mjs';
import { ensureTestPackage } from './test-package.mjs';

/**
 * What the end-to-end tests need: the app, a runtime, a display, and the packaged app unless a filter leaves
 * its test out. The tests find them through the environment.
 */
export async function prepareEndToEnd(filters = []) {
  const runtime = await setUpApp('cli', 'sample');
  ensureSampleFiles();
  const needsPackage = filters.length === 0 || filters.some((filter) => filter.includes('package'));
  const packaged = needsPackage ? await ensureTestPackage(runtime) : '';
  const display = await openDisplay();
  return {
    env: { ...display.env, WHEREABOUTS_ELECTRON: runtime.executable, WHEREABOUTS_PACKAGED: packaged },
    stop: display.stop,
  };
}
