import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './files.mjs';
import { filesBelow, isFresh, recordInputs } from './freshness.mjs';
import { alone } from './lock.mjs';
import { pack, packedExecutable } from './pack.mjs';
import { packagesStamp } from './packages.mjs';
import { cache, root } from './paths.mjs';
import { say } from './say.mjs';

const folder = join(cache, 'package-test');
const recordPath = join(folder, 'inputs.json');

/** The packaged app that one end-to-end test drives, packed anew only when what is in it changed. */
export async function ensureTestPackage(runtime) {
  const inputs = ['app', 'engine', 'workers', 'assets', 'renderer'].flatMap((name) =>
    filesBelow(`.cache/out/${name}`),
  );
  const config = readFileSync(join(root, 'build', 'electron-builder.config.mjs'));
  const key = sha256(packagesStamp(), runtime.folder, runtime.version, config, inputs.join('\n'));
  const packed = packedExecutable(folder);
  if (packed !== undefined && existsSync(packed) && isFresh(recordPath, key)) return packed;
  return alone(async () => {
    say('Packing the app for its test.');
    await pack({ runtime, folder, isTestBuild: true, onlyFolder: true });
    recordInputs(recordPath, key, inputs);
    return packedExecutable(folder);
  });
}
