import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putInPlace, sha256 } from './files.mjs';
import { filesBelow, isFresh, recordInputs } from './freshness.mjs';
import { alone } from './lock.mjs';
import { packagesStamp } from './packages.mjs';
import { cache, out, root } from './paths.mjs';
import { SetupError, say } from './say.mjs';

const configFile = join(root, 'build', 'vite.config.ts');
const target = join(out, 'renderer');
const recordPath = join(out, '.renderer.inputs.json');

/** Builds the window's page with Vite where its sources changed. */
export async function ensureRenderer() {
  const inputs = [
    ...filesBelow('renderer'),
    ...filesBelow('shared'),
    ...filesBelow('build/docs'),
    ...filesBelow('build/screenshots'),
  ];
  // The list itself is part of the key: a new file changes it.
  const key = sha256(packagesStamp(), inputs.join('\n'), readFileSync(configFile));
  const isBuilt = () => existsSync(join(target, 'index.html')) && isFresh(recordPath, key);
  if (!existsSync(join(root, 'renderer', 'index.html')) || isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    say('Building the window’s page.');
    const { build } = await import('vite');
    const beside = join(cache, 'tmp', 'renderer');
    await build({ configFile, build: { outDir: beside, emptyOutDir: true }, logLevel: 'error' }).catch(
      (error) => {
        throw new SetupError(`The window’s page cannot be built:\n${error.message}`);
      },
    );
    putInPlace(beside, target);
    recordInputs(recordPath, key, inputs);
  });
}
