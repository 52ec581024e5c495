// How every end-to-end test starts the app. `npm run e2e` sets the environment that is read here.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../bootstrap/launch.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run the tests with npm run e2e.`);
  return value;
}

/** The app of this checkout with a folder of its own, closed when the test ends. */
export async function launch(options: Omit<LaunchOptions, 'executable' | 'app'> = {}): Promise<LaunchedApp> {
  return closedAtTheEnd(await launchApp({ ...options, executable: fromEnvironment('WHEREABOUTS_ELECTRON') }));
}

/** The packaged app. */
export async function launchPackaged(
  options: Omit<LaunchOptions, 'executable' | 'app'> = {},
): Promise<LaunchedApp> {
  return closedAtTheEnd(
    await launchApp({ ...options, executable: fromEnvironment('WHEREABOUTS_PACKAGED'), app: null }),
  );
}

function closedAtTheEnd(app: LaunchedApp): LaunchedApp {
  app.page.setDefaultTimeout(20_000);
  onTestFinished(() => app.close());
  return app;
}

/** What the next file dialogs answer, as if a person had chosen it. */
export async function answerDialogs(app: LaunchedApp, paths: readonly string[]): Promise<void> {
  await app.electron.evaluate(
    ({ dialog }, chosen) => {
      const canceled = chosen.length === 0;
      dialog.showOpenDialog = async () => ({ canceled, filePaths: [...chosen] });
      dialog.showSaveDialog = async () => ({ canceled, filePath: chosen[0] ?? '' });
    },
    [...paths],
  );
}

/**
 * Lets the page name these paths, as a person does by choosing them in the app's own dialogs: it may read what it
 * was given to open and write what it was given to save.
 */
export async function choosePaths(
  app: LaunchedApp,
  { open = [], save }: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  if (open.length > 0) {
    await answerDialogs(app, open);
    await app.page.evaluate(() => window.whereabouts.chooseToOpen({ title: 'open', multiple: true }));
  }
  if (save !== undefined) {
    await answerDialogs(app, [save]);
    await app.page.evaluate(() => window.whereabouts.chooseToSave({ title: 'save' }));
  }
}

/** Chooses an item of the native menu by its command's id. */
export async function chooseMenu(app: LaunchedApp, commandId: string): Promise<void> {
  await app.electron.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
    commandId,
  );
}

/** A picture of the window, kept in .cache/screenshots. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const path = join(root, '.cache', 'screenshots', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled' });
}
