import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerDialogs, keepScreenshot, launch } from '../launch';
import { openSample } from './steps';

test('the map is exported as a PDF that is one', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  const file = join(app.userData, 'map.pdf');
  await answerDialogs(app, [file]);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('Format').selectOption('pdf');
  await dialog.getByLabel('Title of the picture').fill('Two systems share one firewall');
  await keepScreenshot(page, 'export');
  await dialog.getByRole('button', { name: 'Choose where to save it…' }).click();
  await page.getByText('Map is written', { exact: true }).waitFor();
  const bytes = readFileSync(file);
  expect([bytes.subarray(0, 5).toString('latin1'), bytes.length > 10_000]).toEqual(['%PDF-', true]);
});
