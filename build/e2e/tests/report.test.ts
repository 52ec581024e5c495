import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerDialogs, chooseMenu, keepScreenshot, launch } from '../launch';
import { openSample } from './steps';

async function violations(page: Page): Promise<readonly string[]> {
  // Electron has no second page for axe to run in.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

const sectionsOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.report__item-title').allInnerTexts();

/** The pages shown are those of the definition as it is. */
const untilShown = (page: Page, words: string): Promise<void> =>
  page.locator('.report-page text', { hasText: words }).first().waitFor();

const noticed = (page: Page, title: string | RegExp): Promise<void> =>
  page.locator('.notice__title').filter({ hasText: title }).waitFor();

test('a report is arranged by keyboard, redacted, and saved as PDF and HTML', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.report');
  await untilShown(page, 'were never logged');
  await keepScreenshot(page, 'report');

  const before = await sectionsOf(page);
  await page.locator('.report__choose').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowDown');
  expect((await sectionsOf(page)).slice(0, 3)).toEqual([before[0], before[2], before[1]]);
  await page.getByRole('button', { name: 'Undo: Report: Map moved' }).click();
  expect(await sectionsOf(page)).toEqual(before);
  await page.locator('.report__choose').last().focus();
  await page.keyboard.press('Delete');
  expect(await sectionsOf(page)).toEqual(before.slice(0, -1));
  await page.keyboard.press('Control+z');
  await expect.poll(() => sectionsOf(page)).toEqual(before);

  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByLabel('Protective marking').fill('Official: sensitive');
  await page.getByLabel('Leave out').selectOption('system');
  await page.getByLabel('Name or pattern').fill('plover*');
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await untilShown(page, 'System A');
  expect(await page.locator('.report-page text', { hasText: /plover/i }).count()).toBe(0);
  await keepScreenshot(page, 'report redacted');

  const pdf = join(app.userData, 'board.pdf');
  await answerDialogs(app, [pdf]);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await noticed(page, /^The report is written as PDF/);
  const bytes = readFileSync(pdf).toString('latin1');
  expect([bytes.slice(0, 5), bytes.includes('/MarkInfo'), /plover/i.test(bytes)]).toEqual([
    '%PDF-',
    true,
    false,
  ]);
  const html = join(app.userData, 'board.html');
  await answerDialogs(app, [html]);
  await page.getByRole('button', { name: 'Save as HTML…' }).click();
  await noticed(page, /^The report is written as HTML/);
  const text = readFileSync(html, 'utf8');
  expect([text.includes('System A'), text.includes('Official: sensitive'), /plover/i.test(text)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a report is kept in the case under a name and opened again', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.report');
  await untilShown(page, 'were never logged');
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByLabel('Title of the report').fill('What the board has to decide');
  await page.getByRole('button', { name: 'Saved reports' }).click();
  await page.getByRole('menuitem', { name: 'Save this report…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await noticed(page, 'The report “What the board has to decide” is saved');
  await page.getByLabel('Template', { exact: true }).selectOption('outage');
  await untilShown(page, 'Unavailable is not lost');
  await page.getByRole('button', { name: 'Saved reports' }).click();
  await page.getByRole('group', { name: 'Open' }).getByRole('menuitem').click();
  await untilShown(page, 'What the board has to decide');
  expect(await page.getByLabel('Template', { exact: true }).inputValue()).toBe('investigation');

  await page.getByRole('button', { name: 'Saved reports' }).click();
  await page.getByRole('group', { name: 'Remove' }).getByRole('menuitem').click();
  await noticed(page, 'The saved report “What the board has to decide” is removed');
  await page.keyboard.press('Control+z');
  await noticed(page, 'Undone: The saved report “What the board has to decide” is removed');
  await page.getByRole('button', { name: 'Saved reports' }).click();
  await page.getByRole('group', { name: 'Open' }).getByRole('menuitem').waitFor();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the report in the ${theme} theme`, async () => {
    const app = await launch({ theme });
    const { page } = app;
    await openSample(app);
    await chooseMenu(app, 'go.report');
    await untilShown(page, 'were never logged');
    const found: Record<string, readonly string[]> = { summary: await violations(page) };
    await page.locator('.report__choose', { hasText: 'Map' }).click();
    found.map = await violations(page);
    await page.locator('.report__choose', { hasText: 'Findings' }).click();
    await page.getByLabel('Find by word').waitFor();
    found.findings = await violations(page);
    await page.getByRole('tab', { name: 'Report' }).click();
    found.report = await violations(page);
    expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
  });
}
