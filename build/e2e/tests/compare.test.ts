import { expect, test } from 'vitest';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll, openSample } from './steps';

test('what is planned is told from what is live', async () => {
  const app = await launch();
  const { page } = app;
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);
  await chooseMenu(app, 'go.compare');
  const row = page
    .getByRole('grid', { name: 'Differences' })
    .getByRole('row', { name: /Alder Register > Cedar Archive/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/^Added\s+Flow/);
});

test('after a migration, the records that only one system holds are counted and listed', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.compare');
  await page.getByRole('tab', { name: 'What two systems hold' }).click();
  await page.getByLabel('Moved from').selectOption('Elderflower Legacy Administration');
  await page.getByLabel('To', { exact: true }).selectOption('Larkspur Patient Administration');
  await page.getByRole('tab', { name: /^Only in Elderflower Legacy Administration/ }).waitFor();
  const counts = await page.locator('.compare__count dd').allInnerTexts();
  const [inA = 0, inB = 0, inBoth = 0, onlyA = 0, onlyB = 0] = counts.map((count) =>
    Number(count.replace(/\D/g, '')),
  );
  expect([inBoth + onlyA, inBoth + onlyB, onlyA > 0]).toEqual([inA, inB, true]);
  await keepScreenshot(page, 'compare');
});

test('what a failure makes unavailable is listed with its path and shown on the map', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.impact');
  await page.getByRole('combobox', { name: /Which system, site or network fails/ }).fill('North Data Centre');
  await page.getByRole('option').first().click();
  await page.getByText('Unavailable is not lost').waitFor();
  expect(await page.getByRole('grid', { name: 'Unavailable' }).getByRole('row').count()).toBeGreaterThan(3);
  await keepScreenshot(page, 'impact');
  await page.getByRole('button', { name: 'Show on the map' }).click();
  await page.getByText(/^Unavailable if .* fails/).waitFor();
  await expect.poll(() => page.locator('.map-card:not([data-dimmed])').count()).toBeGreaterThan(1);
});
