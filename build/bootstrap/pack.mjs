import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, root } from './paths.mjs';
import { lastLines, runLogged } from './run.mjs';
import { SetupError, startProgress } from './say.mjs';

/**
 * Packs the built app into `folder`: the targets of this platform, or only the unpacked folder. Resolves to the
 * paths of what was made.
 */
export async function pack(options) {
  const progress = startProgress('packing');
  const script = fileURLToPath(new URL('pack-run.mjs', import.meta.url));
  const logPath = join(cache, 'pack.log');
  const result = await runLogged(process.execPath, [script, JSON.stringify(options)], { cwd: root, logPath });
  progress.end();
  if (result.code !== 0) {
    throw new SetupError(
      `The app could not be packed. The whole log is ${logPath}; its end:\n${lastLines(result.output)}`,
    );
  }
  return JSON.parse(lastLines(result.output, 1));
}

/** The executable in the unpacked folder of this platform, or undefined. */
export function packedExecutable(folder) {
  const candidates = {
    linux: ['linux-unpacked/whereabouts', 'linux-arm64-unpacked/whereabouts'],
    darwin: ['mac', 'mac-arm64'].map((name) => `${name}/Whereabouts.app/Contents/MacOS/Whereabouts`),
    win32: ['win-unpacked/Whereabouts.exe', 'win-arm64-unpacked/Whereabouts.exe'],
  };
  return (candidates[process.platform] ?? [])
    .map((path) => join(folder, path))
    .find((path) => existsSync(path));
}
