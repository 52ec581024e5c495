import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { dropFiles } from '../../bootstrap/drop-files.mjs';
import { keepScreenshot, launch } from '../launch';
import { temporaryFolder, writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';

test('a dropped folder is previewed, its mapping adjusted, imported and accounted for', async () => {
  const app = await launch();
  const { page } = app;
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const files = dialog.getByRole('region', { name: 'Files' });
  expect((await files.getByRole('button').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
    'alder.csv',
    'birch.jsonl',
    'flows.csv',
    'systems.csv',
  ]);

  // Nothing maps "Ref" by itself: the person says that it is the message id.
  await files.getByRole('button', { name: /alder\.csv/ }).click();
  const reference = dialog.getByLabel('Column Ref is read as');
  await reference.selectOption({ label: 'Message id' });
  await expect.poll(() => reference.evaluate((box) => (box as HTMLSelectElement).value)).toBe('message');
  await dialog.getByText('name no zone').waitFor();
  await dialog.getByLabel('Zone').selectOption('Europe/London');
  await keepScreenshot(page, 'import-mapping');

  await page.getByRole('button', { name: 'Import 4 files' }).click();
  const report = page.getByRole('dialog', { name: 'Imported' });
  expect(await report.locator('.import__sum').innerText()).toMatch(
    /^3 files imported · 1 file imported with issues$/,
  );
  expect(await report.locator('.import__rows').innerText()).toBe('214 rows = 212 accepted + 2 rejected');
  const issues = report.getByRole('grid', { name: 'Issues of alder.csv' });
  expect(await issues.getByRole('row').count()).toBe(3);
  await keepScreenshot(page, 'import-report');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('.map-card').first().waitFor();
  expect((await page.locator('.map-card').allTextContents()).length).toBe(3);
});

test('the same files again change nothing and say so', async () => {
  const app = await launch();
  const { page } = app;
  const estate = writeSmallEstate();
  await dropIntoNewCase(app, [estate], 'Twice');
  await importAll(app);
  await dropFiles(page, [estate]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByText('Already imported').first().waitFor();
  expect([
    await dialog.getByText('Already imported').count(),
    await page.getByRole('button', { name: 'Import 0 files' }).isDisabled(),
  ]).toEqual([4, true]);
});

test('a member of an archive is adjusted and imported; files dropped while the dialog fades are looked at', async () => {
  const app = await launch();
  const { page } = app;
  const folder = temporaryFolder();
  const log =
    'Wann,Wer,Was,Mit\n2024-03-01T10:00:00Z,Alder,Gesendet,Birch\n2024-03-01T11:00:00Z,Alder,Verzwickt,Birch\n';
  const archive = join(folder, 'logs.zip');
  writeFileSync(archive, zipSync({ 'deep/log.csv': strToU8(log) }));
  const second = join(folder, 'systems.csv');
  writeFileSync(second, 'System,Owner\nAlder,Ada\n');
  await dropIntoNewCase(app, [archive], 'An archive');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  // No header of it is known: a person says that it is a log.
  await dialog
    .getByRole('region', { name: 'Read it as a table' })
    .getByLabel('Holds')
    .selectOption({ label: 'Log of events' });
  for (const [column, field] of [
    ['Wann', 'time'],
    ['Wer', 'system'],
    ['Was', 'event'],
    ['Mit', 'peer'],
  ] as const) {
    const choice = dialog.getByLabel(`Column ${column} is read as`);
    await choice.selectOption(field);
    await expect.poll(() => choice.evaluate((box) => (box as HTMLSelectElement).value)).toBe(field);
  }
  await dialog.getByLabel('“Verzwickt” (1)').selectOption({ label: 'Rejected' });
  await dialog.getByText('2 event words').waitFor();
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('2 rows = 2 accepted + 0 rejected').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await dropFiles(page, [second]);
  await dialog.getByRole('button', { name: /systems\.csv/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Import 1 file' }).isEnabled()).toBe(true);
});
