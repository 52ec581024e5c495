// `npm start`: sets everything up, then opens the app; without a display it does the same job in print.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { sandboxArguments } from './launch.mjs';
import { root } from './paths.mjs';
import { ensureSampleFiles } from './sample.mjs';
import { say } from './say.mjs';
import { command, setUpApp, setUpEngine } from './setup.mjs';
import { startWithoutDisplay } from './start-without-display.mjs';

/** Chromium's sandbox needs user namespaces or a helper that belongs to root; some systems allow neither. */
function adviseOnSandbox(runtime) {
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const helper = join(runtime.folder, 'chrome-sandbox');
  if (process.platform !== 'linux' || !existsSync(restriction) || !existsSync(helper)) return;
  const { uid, mode } = statSync(helper);
  const isHelperReady = uid === 0 && (mode & 0o4000) !== 0;
  if (readFileSync(restriction, 'utf8').trim() !== '1' || isHelperReady) return;
  say(
    'This system lets no ordinary program make a sandbox. If the window does not open, run once:\n' +
      `  sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

function open(runtime) {
  adviseOnSandbox(runtime);
  const args = [...sandboxArguments(), root, '--offer-sample', ...process.argv.slice(2)];
  return new Promise((resolve) => {
    const child = spawn(runtime.executable, args, { stdio: 'inherit' });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await command(async () => {
  if (!hasDisplay()) {
    await setUpEngine('cli', 'sample');
    await startWithoutDisplay(ensureSampleFiles());
    return;
  }
  const runtime = await setUpApp('sample');
  ensureSampleFiles();
  say('Opening Whereabouts.');
  process.exitCode = await open(runtime);
});
