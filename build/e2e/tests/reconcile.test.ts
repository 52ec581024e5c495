import { expect, test } from 'vitest';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';

test('a lost message is followed from its number to its line and to its record’s journey', async () => {
  const app = await launch();
  const { page } = app;
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);

  await chooseMenu(app, 'go.reconcile');
  await page.getByRole('tab', { name: /^By flow/ }).click();
  const flows = page.getByRole('grid', { name: 'By flow' });
  await flows.getByRole('row', { name: /Alder Register.*Birch Hub/ }).click();
  const sum = page.getByRole('complementary', { name: 'Alder Register > Birch Hub' });
  await sum.getByText('30 sent, of which').waitFor();
  // Every seventh minute of 10 to 39 has no receipt: 14, 21, 28 and 35.
  await sum.getByRole('button', { name: 'Lost 4' }).click();
  const messages = page.getByRole('grid', { name: 'Lost: Alder Register > Birch Hub' });
  await messages.getByRole('row', { name: /alder\.csv:6/ }).waitFor();
  await keepScreenshot(page, 'reconcile');

  await messages.getByRole('row', { name: /alder\.csv:6/ }).click();
  await page.getByRole('region', { name: 'Evidence', exact: true }).getByText('(cited)').waitFor();
  expect(await page.locator('.source-text__line--cited').innerText()).toMatch(
    /03\/04\/2023 09:14:00,Alder Register,sent,Birch Hub,A-14/,
  );

  await messages
    .getByRole('row', { name: /alder\.csv:6/ })
    .getByRole('button')
    .click();
  await page
    .getByRole('region', { name: 'Verdict' })
    .getByText('No receipt is logged at Birch Hub')
    .waitFor();
  await keepScreenshot(page, 'records');
});

test('a list of identifiers is traced, each with its verdict', async () => {
  const app = await launch();
  const { page } = app;
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);
  await chooseMenu(app, 'go.records');
  await page.getByRole('button', { name: 'Trace a list…' }).click();
  await page.getByLabel('Identifiers').fill('9476511919, 9476514919\n0000000000');
  await page.getByRole('button', { name: 'Trace them' }).click();
  const list = page.getByRole('grid', { name: 'Trace a list…' });
  await expect
    .poll(async () =>
      (await list.getByRole('row').allInnerTexts())
        .slice(1)
        .map((row) => row.split(/\t|\n/).filter(Boolean)[1]),
    )
    .toEqual(['No loss', 'Lost on 1 hop', 'In no log']);
});
