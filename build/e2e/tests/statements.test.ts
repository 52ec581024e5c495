import { expect, test } from 'vitest';
import type { LaunchedApp } from '../../bootstrap/launch.mjs';
import { keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';

async function openSmallEstate(): Promise<LaunchedApp> {
  const app = await launch();
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);
  return app;
}

test('an owner is corrected in a person’s name, undone and redone', async () => {
  const { page } = await openSmallEstate();
  await page.locator('.map-card', { hasText: 'Alder Register' }).click();
  const panel = page.getByRole('complementary', { name: 'What is known of Alder Register' });
  const owner = panel.locator('.fact', { hasText: 'Business owner' });
  await owner.getByText('Wexford Trust').waitFor();

  await owner.getByRole('button', { name: 'Correct Business owner of Alder Register' }).click();
  const dialog = page.getByRole('dialog', { name: 'Business owner of Alder Register' });
  await dialog.getByLabel('Your statement').fill('Marlow Trust');
  expect(await dialog.getByRole('checkbox', { name: 'systems.csv, line 2' }).isChecked()).toBe(true);
  await dialog.getByLabel('Reason').fill('Letter of 3 March');
  await dialog.getByLabel('Your name').fill('A. Person');
  await dialog.getByRole('button', { name: 'State', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  await owner.getByText('Marlow Trust').waitFor();
  await owner.getByRole('button', { name: /^Evidence of .*Stated by A\. Person/ }).click();
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  await evidence.getByText('Letter of 3 March').waitFor();
  await keepScreenshot(page, 'statement');
  await evidence.getByRole('button', { name: 'Close the evidence' }).click();

  await page.getByRole('application', { name: /^Map:/ }).focus();
  await page.keyboard.press('Control+z');
  await owner.getByText('Wexford Trust').waitFor();
  expect(await owner.getByText('Marlow Trust').count()).toBe(0);
  await page.keyboard.press('Control+Shift+Z');
  await owner.getByText('Marlow Trust').waitFor();

  await page.getByRole('button', { name: 'Statements made by hand' }).click();
  const list = page.getByRole('list', { name: 'Statements made by hand' });
  await list.getByText('A. Person').waitFor();
  await keepScreenshot(page, 'statements');
  await list.getByRole('button', { name: /^Undo:/ }).click();
  await list.getByText('Undone', { exact: true }).waitFor();
});

test('a system is added by keyboard alone', async () => {
  const { page } = await openSmallEstate();
  await page.keyboard.press('Control+Shift+A');
  const dialog = page.getByRole('dialog', { name: 'Add a statement' });
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Elm Portal');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Seen in use on site');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A. Person');
  await page.keyboard.press('Enter');
  await page.locator('.map-card', { hasText: 'Elm Portal' }).waitFor();
});

test('two names are made one system by hand, and taken apart again', async () => {
  const { page } = await openSmallEstate();
  await page.keyboard.press('Control+Shift+A');
  const dialog = page.getByRole('dialog', { name: 'Add a statement' });
  await dialog.waitFor();
  await dialog.getByLabel('What', { exact: true }).selectOption({ label: 'Two names of one system' });
  await dialog.getByLabel('System', { exact: true }).fill('Alder Register');
  await dialog.getByLabel('Is also called').fill('Birch Hub');
  await dialog.getByLabel('Reason').fill('One program since March');
  await dialog.getByLabel('Your name').fill('A. Person');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.map-card', { hasText: 'Birch Hub' }).waitFor({ state: 'detached' });
  await page.locator('.map-card', { hasText: 'Alder Register' }).click();
  const panel = page.getByRole('complementary', { name: 'What is known of Alder Register' });
  const name = panel.locator('.fact', { hasText: 'Birch Hub' }).first();
  await name.waitFor();
  await keepScreenshot(page, 'names');
  await name.getByRole('button', { name: 'Say that Birch Hub is not Alder Register' }).click();
  await dialog.getByLabel('Reason').fill('Two programs after all');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('.map-card', { hasText: 'Birch Hub' }).waitFor();
});

test('a view of the map is saved under a name and opened again', async () => {
  const { page } = await openSmallEstate();
  await page.getByRole('button', { name: 'Datasets', exact: true }).click();
  await page.locator('.map-card', { hasText: 'Letters' }).first().waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Names, owners, flags').fill('letters');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('dialog', { name: 'Save this view' }).getByLabel('Name').fill('Letters only');
  await page.keyboard.press('Enter');
  await page.getByText('View “Letters only” saved').first().waitFor();

  await page.getByRole('button', { name: 'Systems', exact: true }).click();
  await page.locator('.map-card', { hasText: 'Birch Hub' }).first().waitFor();
  await page.getByLabel('Names, owners, flags').fill('');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Letters only' }).click();
  await page.getByRole('application', { name: /^Map:/ }).waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: 'Datasets', exact: true }).getAttribute('aria-pressed'))
    .toBe('true');
});
