// Starts the real app under Playwright: for the end-to-end tests and for looking at it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Electron refuses to sandbox as root, which is how tests run in a container. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** See launch.d.mts. */
export async function launchApp({
  executable,
  app = root,
  env = {},
  casePath,
  theme = 'light',
  size = { width: 1280, height: 800 },
  userData,
  args = [],
}) {
  const { _electron } = await import('playwright-core');
  const ownsUserData = userData === undefined;
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'whereabouts-'));
  mkdirSync(folder, { recursive: true });
  if (ownsUserData)
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ theme, hasSeenTour: true }));
  const electron = await _electron.launch({
    executablePath: executable,
    args: [
      ...sandboxArguments(),
      `--user-data-dir=${folder}`,
      `--size=${size.width}x${size.height}`,
      ...args,
      // A packaged app's test build does so by itself.
      ...(app === null ? [] : ['-r', join(root, 'build', 'e2e', 'wait-for-driver.cjs'), app]),
      ...(casePath === undefined ? [] : [casePath]),
    ],
    // Tests leave no keys in the person's own folder.
    env: { ...process.env, WHEREABOUTS_KEYS: join(folder, 'keys'), ...env },
    // The app itself decides between light and dark.
    colorScheme: null,
  });
  const page = await electron.firstWindow();
  return {
    electron,
    page,
    userData: folder,
    async close() {
      await electron.close();
      if (ownsUserData) rmSync(folder, { recursive: true, force: true });
    },
  };
}
