// The database addon. better-sqlite3 ships a prebuilt binary for Node-API 10; on a runtime with an older
// Node-API (Node 20, Electron 33) that binary ends the process without a message. One build from source
// with the experimental Node-API names loads on old and new runtimes alike, so it is made once here and
// kept outside node_modules, where a fresh install of the packages cannot throw it away.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { putInPlace, readIfThere, sha256, writeWhole } from './files.mjs';
import { alone } from './lock.mjs';
import { cache, modules } from './paths.mjs';
import { lastLines, runLogged } from './run.mjs';
import { SetupError, say, startProgress } from './say.mjs';

const minimumNodeApi = 10;
const recipe = 'experimental Node-API, no link-time optimisation, 1';
const folder = join(cache, 'native', `${process.platform}-${process.arch}`);
const addonPath = join(folder, 'better_sqlite3.node');
const stampPath = join(folder, 'better_sqlite3.stamp');

function wantedStamp() {
  const { version } = JSON.parse(readFileSync(join(modules, 'better-sqlite3', 'package.json'), 'utf8'));
  return sha256(version, recipe);
}

function editedBindingGyp(text) {
  const edited = text
    .replaceAll("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll(", '-flto'", '')
    .replaceAll("'-flto', ", '')
    .replaceAll("'ldflags': ['-flto'],", '')
    .replaceAll("'LLVM_LTO': 'YES',", '');
  if (edited.includes('NAPI_VERSION=10') || !edited.includes('NAPI_EXPERIMENTAL')) {
    throw new SetupError(
      'better-sqlite3 has changed its binding.gyp: adapt editedBindingGyp in build/bootstrap/native.mjs.',
    );
  }
  return edited;
}

/** Headers that came with this Node, so that node-gyp need not fetch them. */
function localHeaders() {
  const prefix =
    process.platform === 'win32' ? dirname(process.execPath) : dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

/** Whether the shipped prebuild may be loaded by a runtime with this `process.versions.napi`. */
export function prebuildServes(nodeApiVersion) {
  return Number(nodeApiVersion) >= minimumNodeApi;
}

/** Builds the addon unless it is there already. Needed when any runtime in use has an old Node-API. */
export async function ensureNativeAddon() {
  const stamp = wantedStamp();
  const isBuilt = () => existsSync(addonPath) && readIfThere(stampPath) === stamp;
  if (!isBuilt()) {
    await alone(async () => {
      if (!isBuilt()) await compile(stamp);
    });
  }
  return addonPath;
}

async function compile(stamp) {
  say('Compiling the database (better-sqlite3) for this Node-API. Once, about a minute and a half.');
  const work = join(folder, 'build');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const part of ['binding.gyp', 'deps', 'lib', 'src', 'package.json']) {
    cpSync(join(modules, 'better-sqlite3', part), join(work, part), { recursive: true });
  }
  const gypPath = join(work, 'binding.gyp');
  writeWhole(gypPath, editedBindingGyp(readFileSync(gypPath, 'utf8')));

  const progress = startProgress('compiling');
  const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const logPath = join(folder, 'build.log');
  const result = await runLogged(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', ...localHeaders()],
    { cwd: work, logPath, timeoutMs: 20 * 60_000 },
  );
  const seconds = progress.end();
  const built = join(work, 'build', 'Release', 'better_sqlite3.node');
  if (result.code !== 0 || !existsSync(built)) {
    rmSync(work, { recursive: true, force: true });
    throw new SetupError(
      `The database addon could not be compiled. It needs a C++20 compiler, make and Python 3 ` +
        `(Debian: apt-get install build-essential python3), or Node 22.14 and later, which needs none of them.\n` +
        `The whole log is ${logPath}; its end:\n${lastLines(result.output)}`,
    );
  }
  putInPlace(built, addonPath);
  writeWhole(stampPath, stamp);
  rmSync(work, { recursive: true, force: true });
  say(`  compiled in ${seconds} s.`);
}
