// `npm run bench [-- name]`: speed, measured and printed as a table; never part of a test.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundlePath } from './bundles.mjs';
import { SetupError } from './say.mjs';
import { command, setUpEngine } from './setup.mjs';

await command(async () => {
  await setUpEngine('cli', 'bench');
  const bench = bundlePath('bench/index.js');
  if (!existsSync(bench))
    throw new SetupError('There is nothing to measure yet: build/bench/index.ts is missing.');
  await import(pathToFileURL(bench).href);
});
