import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { openSample } from './steps';

test('the columns that a person hid stay hidden, and rows are chosen one by one', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ hasSeenTour: true }));
  const first = await launch({ userData });
  await openSample(first);
  await chooseMenu(first, 'go.sources');
  const rows = first.page.locator('.table__row');
  await rows.nth(3).waitFor();
  await rows.nth(0).click();
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await rows.nth(3).click({ modifiers: ['ControlOrMeta'] });
  await rows.nth(0).click({ modifiers: ['ControlOrMeta'] });
  expect(
    await rows.evaluateAll((all) => all.slice(0, 5).map((row) => row.getAttribute('aria-selected'))),
  ).toEqual(['false', 'false', 'true', 'true', 'false']);
  const titles = (page: typeof first.page) => page.locator('.table__titles th').allInnerTexts();
  const before = await titles(first.page);
  await first.page.getByRole('button', { name: 'Columns' }).click();
  const box = first.page.getByRole('menuitemcheckbox', { checked: true }).last();
  const hidden = await box.innerText();
  await box.click();
  await first.page.keyboard.press('Escape');
  await expect.poll(() => titles(first.page)).toEqual(before.filter((title) => title !== hidden));
  await first.close();

  const second = await launch({ userData });
  await second.page.getByRole('button', { name: /^Sample case .*whereabouts/ }).click();
  await second.page.locator('.map-card').first().waitFor();
  await chooseMenu(second, 'go.sources');
  await second.page.locator('.table__row').first().waitFor();
  expect(await titles(second.page)).toEqual(before.filter((title) => title !== hidden));
});

test('impact begins with what most depends on, and each row opens what it takes along', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.impact');
  const first = page.locator('.table__row').first();
  expect(await first.innerText()).toMatch(/^Regional Care Network\s+Network\s+None: single point\s+24\s/);
  await keepScreenshot(page, 'impact-ranking');
  await first.click();
  await page.getByText(/^If Regional Care Network fails, unavailable: .*\d+ systems/).waitFor();
  await page.getByRole('button', { name: 'Back to the ranking' }).click();
  await page.getByRole('heading', { name: 'What stops if this stops?' }).waitFor();
});

test('findings of one rule are one row, which unfolds to each of them', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.findings');
  const group = page.locator('.table__row', { hasText: 'There is no backup (5)' });
  await group.waitFor();
  await group.click();
  const members = page.locator('.table__row', { has: page.locator('.findings__member') });
  await members.nth(4).waitFor();
  expect(await members.count()).toBe(5);
  await keepScreenshot(page, 'findings-by-rule');
  await members.first().click();
  await page.getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept this finding' });
  await dialog.getByLabel('Reason').fill('Backed up by the host');
  await dialog.getByLabel('Your name').fill('A. Person');
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await members.first().getByText('Accepted', { exact: true }).waitFor();
  await group.getByText('1 of 5 accepted').waitFor();
  await chooseMenu(app, 'edit.undo');
  await members.first().getByText('Open', { exact: true }).waitFor();
  await group.click();
  await members.first().waitFor({ state: 'detached' });
});

test('the lost messages that a pattern counts open from its row by keyboard, and all of them again', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  await chooseMenu(app, 'go.losses');
  await page
    .getByRole('grid', { name: 'Flows that lose messages' })
    .getByText('→ Rowan Patient Record')
    .first()
    .click();
  const pattern = page.locator('.patterns__row').first();
  const counted = /(\d+) of/.exec(await pattern.locator('td').first().innerText())?.[1];
  await pattern.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('tabpanel');
  await panel.getByText(`${counted} rows`, { exact: true }).waitFor();
  expect(await panel.getByRole('status').first().innerText()).toMatch(
    new RegExp(`^${counted} lost messages with .+ = .+`),
  );
  await keepScreenshot(page, 'losses-of-a-pattern');
  await panel.getByRole('button', { name: 'Show all lost messages' }).click();
  await panel.getByText(/^\d+ lost messages with/).waitFor({ state: 'detached' });
});
