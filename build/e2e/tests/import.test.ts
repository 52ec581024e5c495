import { expect, test } from 'vitest';
import { keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
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
    /^4 files: 214 rows = 212 accepted \+ 2 rejected$/,
  );
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
  const { dropFiles } = await import('../../bootstrap/drop-files.mjs');
  await dropFiles(page, [estate]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByText('Already imported').first().waitFor();
  expect([
    await dialog.getByText('Already imported').count(),
    await page.getByRole('button', { name: 'Import 0 files' }).isDisabled(),
  ]).toEqual([4, true]);
});
