import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file of a package that the bundles do not contain (a font, a wasm module): beside the bundle in
 * `assets`, or in the package itself where the sources are run unbundled.
 */
export function assetFile(packagePath: string): string {
  const beside = join(dirname(dirname(fileURLToPath(import.meta.url))), 'assets', basename(packagePath));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packagePath);
}
