import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

/** Whether a window can be shown: always, except on a Linux without X11 or Wayland. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A virtual display where there is none: `{ env, stop }`. Xvfb picks a free number itself and says so,
 * so that several of them live beside each other. It is large because its pointer lies in its middle: the
 * windows of tests are in its corner, so that nothing is hovered over.
 */
export async function openDisplay({ width = 3840, height = 2400 } = {}) {
  if (hasDisplay()) return { env: {}, stop: () => {} };
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  const number = await new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new SetupError('There is no display and Xvfb is not installed (Debian: xvfb).')),
    );
    child.once('exit', (code) => reject(new SetupError(`Xvfb ended at once with code ${code}.`)));
    let written = '';
    // It ends when its number cannot be written whole, so the line's end is waited for.
    child.stdio[3].on('data', (data) => {
      written += data;
      if (written.endsWith('\n')) resolve(written.trim());
    });
  });
  child.stdio[3].destroy();
  child.unref();
  return { env: { DISPLAY: `:${number}` }, stop };
}
