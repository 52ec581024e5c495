import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writeWhole } from './files.mjs';
import { alone } from './lock.mjs';
import { npmCommand, npmPatience } from './npm.mjs';
import { cache, modules, root } from './paths.mjs';
import { lastLines, runLogged } from './run.mjs';
import { SetupError, say, startProgress } from './say.mjs';

const wantedPath = join(root, 'package-lock.json');
/** npm writes this last, so an interrupted installation does not have it. */
const installedPath = join(modules, '.package-lock.json');
const stampPath = join(cache, 'packages.stamp');

/** Changes whenever the installed packages may have changed. */
export function packagesStamp() {
  return [wantedPath, installedPath]
    .map((path) => {
      const { mtimeMs, size } = statSync(path);
      return `${mtimeMs}/${size}`;
    })
    .join(' ');
}

/** Installs the packages of package-lock.json into node_modules unless they are there. */
export async function ensurePackages() {
  if (existsSync(installedPath) && readIfThere(stampPath) === packagesStamp()) return;
  await alone(async () => {
    if (!installedMatchesLock()) await install();
    writeWhole(stampPath, packagesStamp());
  });
}

function installedMatchesLock() {
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(readFileSync(wantedPath, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const there = installed[path];
    // Packages for other platforms are optional and absent.
    return there === undefined ? entry.optional === true : there.version === entry.version;
  });
}

async function install() {
  say('Installing the packages of package-lock.json (npm ci). Once, and again when they change.');
  const progress = startProgress('npm ci');
  const [command, ...args] = npmCommand();
  const logPath = join(cache, 'npm-ci.log');
  const result = await runLogged(
    command,
    [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...npmPatience],
    {
      cwd: root,
      logPath,
      timeoutMs: 30 * 60_000,
    },
  );
  const seconds = progress.end();
  if (result.code !== 0) {
    throw new SetupError(
      `npm ci failed. Check that an npm registry can be reached, then run the same command again; ` +
        `it goes on from here.\nThe whole log is ${logPath}; its end:\n${lastLines(result.output)}`,
    );
  }
  say(`  installed in ${seconds} s.`);
}
