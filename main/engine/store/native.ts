import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const minimumNodeApiOfPrebuild = 10;

/** How far the repository's root can lie above this module: sources are deeper than bundles. */
const foldersToRoot = 4;

/**
 * The file for better-sqlite3's `nativeBinding` option, or undefined where the package's own prebuilt
 * binary serves. On a runtime with an older Node-API that prebuilt binary ends the process without a
 * message, so this is asked before the addon is first loaded, and throws with the next step instead.
 */
export function nativeAddonPath(): string | undefined {
  if (Number(process.versions.napi) >= minimumNodeApiOfPrebuild) return undefined;
  const name = join(`${process.platform}-${process.arch}`, 'better_sqlite3.node');
  const candidates = candidateFolders().map((folder) => join(folder, 'native', name));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      `This runtime (Node-API ${process.versions.napi}) needs a database addon of its own, which is missing. ` +
        `Run "npm run setup" in the checkout. Looked for: ${candidates.join(', ')}`,
    );
  }
  return found;
}

function candidateFolders(): string[] {
  const folders: string[] = [];
  // Only a packaged app has resources beside it that are its own: elsewhere they belong to the runtime.
  const { resourcesPath } = process as { resourcesPath?: string };
  if (resourcesPath !== undefined) folders.push(resourcesPath);
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < foldersToRoot; level += 1) {
    folders.push(join(folder, '.cache'));
    folder = dirname(folder);
  }
  return folders;
}
