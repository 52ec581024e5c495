import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../shared/contract/commands';
import type { WindowCommand } from '../../shared/contract/window-bridge';
import { type LaunchedApp, sandboxArguments } from '../bootstrap/launch.mjs';
import { chooseMenu, choosePaths, keepScreenshot, launch } from './launch';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Commands as the page hears them from now on. */
async function hearCommands({ page }: LaunchedApp): Promise<() => Promise<readonly WindowCommand[]>> {
  await page.evaluate(() => {
    const heard: WindowCommand[] = [];
    Object.assign(window, { heard });
    window.whereabouts.onCommand((command) => heard.push(command));
  });
  return () => page.evaluate(() => (window as unknown as { heard: WindowCommand[] }).heard);
}

const menuItems = ({ electron }: LaunchedApp) =>
  electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap((menu) => menu.submenu?.items ?? [])
      .filter((item) => item.id?.includes('.'))
      .map(({ id, enabled }) => ({ id, enabled })),
  );

test('the menu has every command, those about a case only while one is open', async () => {
  const app = await launch();
  const expected = (hasCase: boolean) =>
    commands.map(({ id, needsCase }) => ({ id, enabled: hasCase || !needsCase })).sort(byId);
  expect((await menuItems(app)).sort(byId)).toEqual(expected(false));

  const path = join(app.userData, 'a.whereabouts');
  await choosePaths(app, { save: path });
  await app.page.evaluate((file) => window.whereabouts.call('case.create', { path: file }), path);
  expect((await menuItems(app)).sort(byId)).toEqual(expected(true));

  const heard = await hearCommands(app);
  await chooseMenu(app, 'help.shortcuts');
  await expect.poll(heard).toEqual([{ id: 'help.shortcuts' }]);
  await keepScreenshot(app.page, 'window');
});

const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);

test('light or dark and the cases opened are remembered', async () => {
  const userData = temporaryFolder();
  const first = await launch({ userData });
  const path = join(userData, 'a.whereabouts');
  await choosePaths(first, { save: path });
  await first.page.evaluate(async (file) => {
    await window.whereabouts.setTheme('dark');
    await window.whereabouts.call('case.create', { path: file, title: 'A' });
  }, path);
  await first.close();

  const { page } = await launch({ userData });
  const seen = await page.evaluate(async () => ({
    theme: (await window.whereabouts.startup()).theme,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    cases: (await window.whereabouts.recentCases()).map((recent) => ({ ...recent, openedAt: '' })),
  }));
  expect(seen).toEqual({
    theme: 'dark',
    isDark: true,
    cases: [{ path, title: 'A', exists: true, openedAt: '' }],
  });
});

test('a case opened from outside comes to the window that is there', async () => {
  const app = await launch();
  const heard = await hearCommands(app);
  const path = join(app.userData, 'b.whereabouts');
  // As the system does for a file that belongs to the app.
  const { executable, args } = await app.electron.evaluate(({ app: running }) => ({
    executable: process.execPath,
    args: [running.getAppPath()],
  }));
  const second = spawn(
    executable,
    [...sandboxArguments(), `--user-data-dir=${app.userData}`, ...args, path],
    {
      stdio: 'ignore',
    },
  );
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(heard).toEqual([{ id: 'open-case', path }]);
});
