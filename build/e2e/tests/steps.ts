import { join } from 'node:path';
import { dropFiles } from '../../bootstrap/drop-files.mjs';
import type { LaunchedApp } from '../../bootstrap/launch.mjs';
import { answerDialogs } from '../launch';

/** Drops paths on the start page and makes a case for them; the import preview is then on the screen. */
export async function dropIntoNewCase(
  app: LaunchedApp,
  paths: readonly string[],
  title: string,
): Promise<void> {
  const { page } = app;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await answerDialogs(app, [join(app.userData, 'case.whereabouts')]);
  await dropFiles(page, paths);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await page.getByRole('dialog', { name: 'Import' }).getByRole('listitem').first().waitFor();
}

/** Imports what is previewed and leaves the report. */
export async function importAll({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('button', { name: /^Import \d+ files?$/ }).click();
  await page.getByRole('dialog', { name: 'Imported' }).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  // While a dialog fades, the window below takes no press.
  await page.locator('.dialog__backdrop').waitFor({ state: 'detached' });
  await page.locator('.map-card').first().waitFor();
}

/** Opens the sample case from the start page and waits for its map. */
export function openSample(app: LaunchedApp): Promise<void> {
  return openSampleByName(app, /^Sample case/);
}

/** The same in whatever language the window speaks. */
export async function openSampleByName({ page }: LaunchedApp, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  // The first time, the case is made before it is opened.
  await page.locator('.map-card').first().waitFor({ timeout: 50_000 });
}
