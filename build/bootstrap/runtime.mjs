// Which Electron is in use, in this order: the one named in ELECTRON_OVERRIDE_DIST_PATH, the official
// download, and where the network refuses that, an older one out of an npm package (runtime-fallback.mjs).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writeWhole } from './files.mjs';
import { alone } from './lock.mjs';
import { cache, modules } from './paths.mjs';
import { runLogged } from './run.mjs';
import { ensureFallbackRuntime, fallbackServes } from './runtime-fallback.mjs';
import { SetupError, say, startProgress } from './say.mjs';

const electronFolder = join(modules, 'electron');
const refusalPath = join(cache, 'runtime', 'official-download-refused');
const executableNames = {
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  win32: 'electron.exe',
  linux: 'electron',
};
const executableName = executableNames[process.platform] ?? 'electron';
/** Without a byte for this long the download counts as refused: a firewall often drops silently. */
const stallSeconds = 20;

/**
 * A runtime is `{ kind, folder, executable, version, nodeApi, note }`. `nodeApi` is the Node-API version of
 * its Node, which decides on the database addon.
 */
export async function ensureRuntime() {
  const runtime = overriddenRuntime() ?? officialRuntime() ?? (await alone(obtainRuntime));
  say(`Electron ${runtime.version} (${runtime.note}).`);
  return runtime;
}

function overriddenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, executableName);
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
  }
  const version = readIfThere(join(folder, 'version'))?.trim() ?? 'of unknown version';
  const major = Number.parseInt(version, 10);
  // Unknown versions are taken for old ones: the compiled addon loads everywhere.
  const nodeApi = major >= 36 ? 10 : 9;
  return { kind: 'override', folder, executable, version, nodeApi, note: 'from ELECTRON_OVERRIDE_DIST_PATH' };
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
}

function officialRuntime() {
  const folder = join(electronFolder, 'dist');
  const executable = join(folder, executableName);
  const version = wantedVersion();
  const installed = readIfThere(join(folder, 'version'))?.trim().replace(/^v/, '');
  const isComplete = existsSync(join(electronFolder, 'path.txt'));
  if (installed !== version || !isComplete || !existsSync(executable)) return undefined;
  return { kind: 'official', folder, executable, version, nodeApi: 10, note: 'the official download' };
}

async function obtainRuntime() {
  const version = wantedVersion();
  const isRefused = readIfThere(refusalPath) === version && !process.env.WHEREABOUTS_RETRY_ELECTRON;
  if (!isRefused) {
    const refusal = await download(version);
    if (refusal === undefined) {
      rmSync(refusalPath, { force: true });
      return officialRuntime();
    }
    say(`  not possible: ${refusal}`);
    if (!fallbackServes()) {
      throw new SetupError(
        `Electron ${version} could not be downloaded. Connect to a network that allows it, or unpack it yourself ` +
          'and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
      );
    }
    writeWhole(refusalPath, version);
  }
  return ensureFallbackRuntime();
}

/** Runs Electron's own installer. Resolves to undefined when it worked, else to what was wrong. */
async function download(version) {
  say(`Downloading Electron ${version}.`);
  const temporary = join(cache, 'tmp', 'electron');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const progress = startProgress('downloading');
  const stall = new AbortController();
  let bytes = 0;
  let movedAt = Date.now();
  const result = await runLogged(process.execPath, [join(electronFolder, 'install.js')], {
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      ELECTRON_GET_NO_PROGRESS: '1',
    },
    logPath: join(cache, 'electron-download.log'),
    timeoutMs: 60 * 60_000,
    signal: stall.signal,
    onTick() {
      const now = bytesBelow(temporary) + bytesBelow(join(electronFolder, 'dist'));
      if (now !== bytes) movedAt = Date.now();
      bytes = now;
      progress.update(`${Math.round(bytes / 1e6)} MB`);
      if (Date.now() - movedAt > stallSeconds * 1_000) stall.abort();
    },
  });
  progress.end();
  rmSync(temporary, { recursive: true, force: true });
  if (result.code === 0 && officialRuntime()) return undefined;
  if (stall.signal.aborted) return `nothing arrived for ${stallSeconds} s`;
  return result.output.split('\n').find((line) => line.trim() !== '') ?? 'the installer failed';
}

function bytesBelow(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
  } catch {
    // A file moved away while it was counted.
    return 0;
  }
}
