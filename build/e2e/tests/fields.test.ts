import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LaunchedApp } from '../../bootstrap/launch.mjs';
import { keepScreenshot, launch } from '../launch';
import { temporaryFolder } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';
import { tabTo } from './tab-to';

/** Two jobs, column by column: referrals > letters > statistics. */
function writeLineage(): string {
  const ways = [
    { from: 'referrals', to: 'letters', fields: { patient: 'nhs_number', clinic: 'clinic_code' } },
    { from: 'letters', to: 'statistics', fields: { place: 'clinic', counted: 'patient' } },
  ];
  const events = ways.map(({ from, to, fields }, index) => ({
    eventType: 'COMPLETE',
    eventTime: `2024-03-0${index + 1}T08:00:00Z`,
    run: { runId: `0176a8c2-fe01-7439-87e6-56a1a1b4029${index}` },
    job: { namespace: 'nightly', name: `make_${to}` },
    inputs: [{ namespace: 'warehouse', name: from }],
    outputs: [
      {
        namespace: 'warehouse',
        name: to,
        facets: {
          columnLineage: {
            fields: Object.fromEntries(
              Object.entries(fields).map(([field, source]) => [
                field,
                { inputFields: [{ namespace: 'warehouse', name: from, field: source }] },
              ]),
            ),
          },
        },
      },
    ],
  }));
  const file = join(temporaryFolder(), 'lineage.jsonl');
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return file;
}

async function openLineage(): Promise<LaunchedApp> {
  const app = await launch();
  await dropIntoNewCase(app, [writeLineage()], 'From referral to statistics');
  await importAll(app);
  await app.page.getByRole('button', { name: 'Datasets', exact: true }).click();
  await app.page.locator('.map-card', { hasText: 'statistics' }).waitFor();
  return app;
}

/** The fields that are lit on the picture. */
const litRows = async (page: Page): Promise<readonly string[]> => {
  const names = await page
    .locator('.map-row[data-lit]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  return names.sort();
};

test('with the mouse a dataset opens to its fields, and one is followed up and down', async () => {
  const { page } = await openLineage();
  await page.locator('.map-card', { hasText: 'letters' }).dblclick();
  await page.getByRole('button', { name: 'Follow clinic', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What is known of letters' });
  await panel.getByText('1 hop: clinic_code in referrals').waitFor();
  await panel.getByText('1 hop: place in statistics').waitFor();
  await panel.getByRole('button', { name: 'Open 2 more datasets on its way' }).click();
  await page.getByRole('button', { name: 'Follow place', exact: true }).waitFor();
  expect(await litRows(page)).toEqual(['Follow clinic', 'Follow clinic_code', 'Follow place']);
  await keepScreenshot(page, 'fields');
});

test('by keyboard alone the same is found', async () => {
  const { page } = await openLineage();
  await page.getByRole('application', { name: /^Map:/ }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
    if ((await page.locator('.details__name').innerText()) === 'letters') break;
  }
  expect(await page.locator('.details__name').innerText()).toBe('letters');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Show 2 fields$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fold its fields' }).waitFor();
  await tabTo(page, /^patient$/);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'What is known of letters' });
  await panel.getByText('1 hop: nhs_number in referrals').waitFor();
  await panel.getByText('1 hop: counted in statistics').waitFor();
  expect(await litRows(page)).toEqual(['Follow patient']);
});
