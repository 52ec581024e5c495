// `npm run bench [-- name]`: speed, measured and printed as a table; never part of a test.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundlePath } from './bundles.mjs';
import { openDisplay } from './display.mjs';
import { SetupError } from './say.mjs';
import { command, setUpApp, setUpEngine } from './setup.mjs';

/** The benches that are not of the window do without one. */
const ofWindow = ['window', 'map-window'];
const needsWindow = (words) =>
  words.some((word) => ofWindow.includes(word)) || words.every((word) => word.startsWith('-'));

await command(async () => {
  await setUpEngine('cli', 'bench');
  if (needsWindow(process.argv.slice(2))) {
    const runtime = await setUpApp('cli', 'bench');
    const { env } = await openDisplay();
    Object.assign(process.env, env, { WHEREABOUTS_ELECTRON: runtime.executable });
  }
  const bench = bundlePath('bench/index.js');
  if (!existsSync(bench))
    throw new SetupError('There is nothing to measure yet: build/bench/index.ts is missing.');
  await import(pathToFileURL(bench).href);
});
