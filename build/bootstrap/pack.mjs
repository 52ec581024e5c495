import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageConfig } from '../electron-builder.config.mjs';
import { drawIcon } from './icon.mjs';
import { root } from './paths.mjs';

/** Packs the built app with electron-builder; `targets` as it knows them, or only the unpacked folder. */
export async function pack({ runtime, folder, isTestBuild, onlyFolder }) {
  const { build } = await import('electron-builder');
  const config = packageConfig({ runtime, folder, icon: await drawIcon(), isTestBuild });
  return build({
    projectDir: root,
    config,
    publish: 'never',
    ...(onlyFolder ? { dir: true } : {}),
  });
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
