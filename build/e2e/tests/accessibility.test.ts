import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LaunchedApp } from '../../bootstrap/launch.mjs';
import { chooseMenu, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';

/** What axe finds, one line each; nothing where the view is clean. */
async function violations(page: Page): Promise<readonly string[]> {
  // Electron has no second page for axe to run in.
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

const views = [
  ['map', '.map-card'],
  ['reconcile', '.heat-cell'],
  ['records', '.table__row'],
  ['losses', '.losses__why'],
  ['timeline', '.timeline'],
  ['findings', '.table__row'],
  ['owners', 'main .table__filter'],
  ['impact', '.table__row'],
  ['compare', '.tabs__panel :is(.empty-state, .table__row, p)'],
  ['sources', '.table__row'],
] as const;

/** Dialogs that a command opens, with what shows that they are there; Escape closes each. */
const dialogs: readonly (readonly [string, (app: LaunchedApp) => Promise<void>, string])[] = [
  ['shortcuts', (app) => chooseMenu(app, 'help.shortcuts'), '.shortcuts'],
  ['export', (app) => chooseMenu(app, 'export.open'), '[role=dialog]'],
  ['new case', (app) => chooseMenu(app, 'case.new'), '[role=dialog]'],
  [
    'a list of records',
    async (app) => {
      await chooseMenu(app, 'go.records');
      await app.page.getByRole('button', { name: 'Trace a list…' }).click();
    },
    '[role=dialog]',
  ],
];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any view in the ${theme} theme`, async () => {
    const app = await launch({ theme });
    const { page } = app;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const found: Record<string, readonly string[]> = { start: await violations(page) };

    await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
    found.import = await violations(page);
    await importAll(app);

    for (const [view, sign] of views) {
      await chooseMenu(app, `go.${view}`);
      // The rail marks the view before its code is there; the sign may still be the last view's.
      await page.locator('main h1', { hasText: new RegExp(`^${view}$`, 'i') }).waitFor({ state: 'attached' });
      await page.locator(sign).first().waitFor();
      found[view] = await violations(page);
    }
    await chooseMenu(app, 'go.records');
    await page.getByLabel('Identifier of a record').fill('9476511919');
    await page.keyboard.press('Enter');
    await page.locator('.journey').waitFor();
    found['a journey'] = await violations(page);
    await chooseMenu(app, 'go.map');
    await page.locator('.map-card', { hasText: 'Birch Hub' }).click();
    await page
      .getByRole('button', { name: /^Evidence of/ })
      .first()
      .click();
    await page.locator('.source-text__line--cited').waitFor();
    found['map with evidence'] = await violations(page);
    await chooseMenu(app, 'map.table');
    await page.getByRole('grid').waitFor();
    found['map as tables'] = await violations(page);
    await chooseMenu(app, 'palette.open');
    await page.getByRole('combobox', { name: 'Command palette' }).waitFor();
    found.palette = await violations(page);

    await page.keyboard.press('Escape');

    for (const [name, open, sign] of dialogs) {
      await open(app);
      await page.locator(sign).first().waitFor();
      found[name] = await violations(page);
      await page.keyboard.press('Escape');
      await page.locator(sign).first().waitFor({ state: 'detached' });
    }
    await chooseMenu(app, 'go.reconcile');
    for (const tab of ['By flow', 'Coverage of the logs']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.locator('main .table__row').first().click();
      await page.locator('main aside').waitFor();
      found[tab] = await violations(page);
    }
    await page.getByRole('tab', { name: 'By day' }).click();
    await page.getByRole('grid', { name: /by flow and day/i }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.messages .table__row').first().waitFor();
    found['messages of a day'] = await violations(page);
    await chooseMenu(app, 'go.losses');
    await page.getByRole('tab', { name: /^Lost messages/ }).click();
    await page.locator('.losses .table__row').first().waitFor();
    found['lost messages'] = await violations(page);
    await chooseMenu(app, 'go.findings');
    await page.locator('main .table__row').first().click();
    await page.getByRole('button', { name: 'Accept…' }).click();
    await page.getByRole('dialog', { name: 'Accept this finding' }).waitFor();
    found['accept a finding'] = await violations(page);

    expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
  });
}
