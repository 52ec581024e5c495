import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerDialogs, chooseMenu, keepScreenshot, launch } from '../launch';
import { openSample } from './steps';

test('the start page offers a new case, an open one and the sample, and remembers what was opened', async () => {
  const app = await launch();
  const { page } = app;
  await page.getByRole('heading', { name: 'Where did the records go, and who owned them there?' }).waitFor();
  await keepScreenshot(page, 'start');
  expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual([
    expect.stringContaining('New case…'),
    expect.stringContaining('Open case…'),
    expect.stringContaining('Sample case'),
    'Formats that can be read',
    'Tour in three steps',
    'User guide with a worked investigation',
  ]);

  await openSample(app);
  await page.getByRole('button', { name: 'Case Sample case' }).click();
  await page.getByRole('menuitem', { name: 'Close the case' }).click();
  await page.getByRole('heading', { name: 'Recent cases' }).waitFor();
  await page.getByRole('button', { name: /^Sample case .*sample.*whereabouts/ }).click();
  await page.locator('.map-card').first().waitFor();
});

test('a file that is no case is refused with its cause, and the start page stays', async () => {
  const app = await launch();
  const { page, userData } = app;
  const notes = join(userData, 'notes.whereabouts');
  writeFileSync(notes, 'notes, and more than the header of a case');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await answerDialogs(app, [notes]);
  await chooseMenu(app, 'case.open');
  await page
    .getByText(/notes\.whereabouts.*(no|not a) .*case/i)
    .first()
    .waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Where did the records go');
});
