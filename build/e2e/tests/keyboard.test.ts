import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerDialogs, keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { tabTo } from './tab-to';

test('import, map, trace, export and report are done by keyboard alone', async () => {
  const app = await launch();
  const { page } = app;
  await page.getByRole('heading', { level: 1 }).waitFor();

  await tabTo(page, /^New case…/);
  await answerDialogs(app, [join(app.userData, 'case.whereabouts')]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New case' }).waitFor();
  await page.keyboard.type('Letters in spring');
  await page.keyboard.press('Enter');
  await page.getByText('No systems yet').waitFor();

  await answerDialogs(app, [writeSmallEstate()]);
  await page.keyboard.press('Control+Shift+I');
  await page.getByRole('dialog', { name: 'Import' }).getByRole('listitem').first().waitFor();
  await tabTo(page, /^Import 4 files$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Imported' }).waitFor();
  await tabTo(page, /^Done$/);
  await page.keyboard.press('Enter');
  await page.locator('.map-card').first().waitFor();

  await tabTo(page, /^Map:/);
  await page.keyboard.press('ArrowRight');
  await page.locator('.details__name').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Evidence of/);
  await page.keyboard.press('Enter');
  await page.locator('.source-text__line--cited').waitFor();

  await page.keyboard.press('Control+3');
  await tabTo(page, /^Identifier of a record/);
  await page.keyboard.type('9476514919');
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Verdict' })
    .getByText('No receipt is logged at Birch Hub')
    .waitFor();
  await keepScreenshot(page, 'keyboard');

  const file = join(app.userData, 'map.svg');
  await answerDialogs(app, [file]);
  await page.keyboard.press('Control+1');
  await page.locator('.map-card').first().waitFor();
  await page.keyboard.press('Control+E');
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
  await tabTo(page, /^Format$/);
  await page.keyboard.type('SVG');
  await tabTo(page, /^Choose where to save it…$/);
  await page.keyboard.press('Enter');
  await page.getByText('Map is written', { exact: true }).waitFor();
  expect(readFileSync(file, 'utf8')).toContain('Birch Hub');

  const report = join(app.userData, 'board.html');
  await answerDialogs(app, [report]);
  await page.keyboard.press('Control+Shift+B');
  await page.locator('.report-page').first().waitFor();
  await tabTo(page, /^Save as HTML…$/);
  await page.keyboard.press('Enter');
  await page.locator('.notice__title', { hasText: 'The report is written as HTML' }).waitFor();
  expect(readFileSync(report, 'utf8')).toContain('Birch Hub');
});

test('the command palette finds a view by what it is called', async () => {
  const { page } = await launch();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Command palette' }).waitFor();
  await page.keyboard.type('shortcuts');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
