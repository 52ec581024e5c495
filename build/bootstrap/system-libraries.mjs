import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { readIfThere, writeWhole } from './files.mjs';
import { alone } from './lock.mjs';
import { cache } from './paths.mjs';
import { lastLines, runLogged } from './run.mjs';
import { say, startProgress } from './say.mjs';

const libraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxshmfence1',
  'libnotify4',
  'fonts-liberation',
];
const virtualDisplay = ['xvfb', 'xauth'];

/** Debian's packages that Electron needs and that are not installed. Empty on any other system. */
function missingPackages() {
  const wanted = hasDisplay() ? libraries : [...virtualDisplay, ...libraries];
  // Newer releases call some of them "…t64".
  const query = spawnSync('dpkg-query', ['-s', ...wanted.flatMap((name) => [name, `${name}t64`])]);
  if (query.error) return [];
  const installed = new Set(
    [...String(query.stdout).matchAll(/^Package: (\S+)\nStatus: \S+ \S+ installed$/gm)].map(
      (match) => match[1],
    ),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** Installs what Electron needs of a Debian system where this runs as root, else names it. */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return;
  const stampPath = join(cache, 'system-libraries.stamp');
  const stamp = hasDisplay() ? 'display' : 'virtual display';
  if (readIfThere(stampPath) === stamp) return;
  const missing = missingPackages();
  if (missing.length > 0 && !(await alone(() => install(missing)))) {
    say(`Missing Debian packages, without which the window may not open: ${missing.join(' ')}`);
    return;
  }
  writeWhole(stampPath, stamp);
}

async function install(missing) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).error) return false;
  say(`Installing Debian packages that Electron needs: ${missing.join(' ')}`);
  const progress = startProgress('apt-get install');
  const apt = (...args) =>
    runLogged('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      logPath: join(cache, 'apt-get.log'),
      timeoutMs: 15 * 60_000,
    });
  const installMissing = () => apt('install', '-y', '--no-install-recommends', ...missing);
  let result = await installMissing();
  // The package lists may be absent or stale: fetch them only then.
  if (result.code !== 0) {
    await apt('update');
    result = await installMissing();
  }
  const seconds = progress.end();
  say(result.code === 0 ? `  installed in ${seconds} s.` : lastLines(result.output, 4));
  return result.code === 0;
}
