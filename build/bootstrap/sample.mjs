// The made-up estate that the app opens where no case was ever opened.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePath } from './bundles.mjs';
import { putInPlace, readIfThere, sha256, writeWhole } from './files.mjs';
import { cache } from './paths.mjs';
import { SetupError, say } from './say.mjs';

const folder = join(cache, 'sample');
export const sampleFiles = join(folder, 'files');

/** Generates the sample's inventories and logs unless this generator has done so before. */
export function ensureSampleFiles() {
  const generator = bundlePath('sample/generate.js');
  if (!existsSync(generator)) return undefined;
  const stampPath = join(folder, 'files.stamp');
  const stamp = sha256(readFileSync(generator));
  if (existsSync(sampleFiles) && readIfThere(stampPath) === stamp) return sampleFiles;
  say('Generating the files of the sample case.');
  const beside = join(folder, `files-${process.pid}`);
  mkdirSync(beside, { recursive: true });
  const { status } = spawnSync(process.execPath, [generator, beside], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    rmSync(beside, { recursive: true, force: true });
    throw new SetupError('The files of the sample case could not be generated.');
  }
  putInPlace(beside, sampleFiles);
  writeWhole(stampPath, stamp);
  return sampleFiles;
}
