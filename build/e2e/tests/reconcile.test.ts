import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerDialogs, chooseMenu, keepScreenshot, launch } from '../launch';
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

test('lost messages are found by day, filtered where they are, and saved as CSV with their lines', async () => {
  const app = await launch();
  const { page } = app;
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);
  await chooseMenu(app, 'go.losses');
  const days = page.getByRole('slider', { name: 'Lost by day of Alder Register > Birch Hub' });
  await days.focus();
  await page.keyboard.press('Home');
  expect(await days.getAttribute('aria-valuetext')).toBe(
    '3 Apr 2023: 4 lost, 0 unobservable, 26 otherwise accounted for',
  );
  await page.keyboard.press('Enter');
  await page.getByText('Sent 3 Apr 2023').waitFor();
  const messages = page.getByRole('grid', { name: 'Lost messages of Alder Register > Birch Hub' });
  await messages.getByRole('row').nth(4).waitFor();
  await page.getByRole('tabpanel').getByLabel('Filter rows').fill('A-28');
  await page.getByText('1 of 4 rows').waitFor();
  await keepScreenshot(page, 'losses');

  const file = join(app.userData, 'lost.csv');
  await answerDialogs(app, [file]);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Save the table as CSV…' }).click();
  await page.getByText('The table is saved', { exact: true }).waitFor();
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect([lines[0], lines.length, lines[1]?.startsWith('Alder Register,Birch Hub,A-28,p-')]).toEqual([
    'From,To,Message,Record,Sent at,Why,Acknowledged,File,Line',
    2,
    true,
  ]);
  expect(lines[1]).toMatch(/,alder\.csv,20$/);

  const flows = join(app.userData, 'flows.csv');
  await answerDialogs(app, [flows]);
  await page.getByRole('button', { name: 'Save the table as CSV…' }).first().click();
  await page.getByText(flows, { exact: true }).waitFor();
  expect(readFileSync(flows, 'utf8')).toBe(
    'Flow,Lost,Share,Source\r\nAlder Register > Birch Hub,4,0.13333333333333333,"alder.csv, birch.jsonl"\r\n',
  );
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
  const list = page.getByRole('grid', { name: 'Traced records' });
  await list.getByRole('row').nth(3).waitFor();
  const rows = (await list.getByRole('row').allInnerTexts()).slice(1);
  expect(rows.map((row) => row.split(/\t|\n/).filter(Boolean)[1])).toEqual([
    'Arrived everywhere',
    'Lost on the way',
    'In no log',
  ]);
});
