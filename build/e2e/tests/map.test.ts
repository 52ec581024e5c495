import { expect, test } from 'vitest';
import type { LaunchedApp } from '../../bootstrap/launch.mjs';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { writeSmallEstate } from './small-estate';
import { dropIntoNewCase, importAll } from './steps';

async function openSmallEstate(): Promise<LaunchedApp> {
  const app = await launch();
  await dropIntoNewCase(app, [writeSmallEstate()], 'Letters in spring');
  await importAll(app);
  return app;
}

const selectedName = ({ page }: LaunchedApp) => page.locator('.details__name').innerText();

test('a card says what is known, and its evidence opens at the very line', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  await page.locator('.map-card', { hasText: 'Birch Hub' }).click();
  const panel = page.getByRole('complementary', { name: 'What is known of Birch Hub' });
  await panel.getByText('Missing').first().waitFor();
  await keepScreenshot(page, 'map');

  await panel
    .getByRole('button', { name: /^Evidence of .*systems\.csv, line 3/ })
    .first()
    .click();
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  await evidence.getByText('The file is as it was imported').waitFor();
  expect(await evidence.locator('.source-text__line--cited').allInnerTexts()).toEqual([
    expect.stringMatching(/3\s*Birch Hub;;Northlight;East;no/),
  ]);
  await keepScreenshot(page, 'evidence');
});

test('arrow keys walk along the flows, Escape clears', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  await page.getByRole('application', { name: /^Map:/ }).focus();
  await page.locator('.map-card', { hasText: 'Alder Register' }).click();
  await page.getByRole('application', { name: /^Map:/ }).focus();
  const walked: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    walked.push(await selectedName(app));
  }
  // Whatever the layout: right leads downstream to the end, left comes back by one of its two flows.
  expect(new Set(walked).size).toBeGreaterThan(1);
  expect(walked.every((name) => ['Alder Register', 'Birch Hub', 'Cedar Archive'].includes(name))).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('.details').waitFor({ state: 'detached' });
});

test('the table twin shows what the picture shows', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  await page.getByRole('button', { name: 'As tables' }).click();
  const nodes = page.getByRole('grid', { name: 'Systems' });
  await nodes.waitFor();
  expect(await nodes.getByRole('row').count()).toBe(4);
  await page.getByRole('tab', { name: /^Flows/ }).click();
  const flows = page.getByRole('grid', { name: 'Flows' });
  await flows.waitFor();
  const rows = await flows.getByRole('row').allInnerTexts();
  expect(
    rows
      .slice(1)
      .map((row) => row.split(/\t|\n/).slice(0, 2).join(' > '))
      .sort(),
  ).toEqual(['Alder Register > Birch Hub', 'Alder Register > Cedar Archive', 'Birch Hub > Cedar Archive']);
});

test('a search brings its card into sight and selects it', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  await page.getByRole('combobox', { name: 'Search the case' }).fill('cedar');
  await page.getByRole('option', { name: /Cedar Archive.*System/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => selectedName(app)).toBe('Cedar Archive');
});

test('a filter dims first and counts; hiding says how many are hidden, and brings them back hop by hop', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Names, owners, flags').fill('alder');
  const state = page.locator('.filter-bar__state');
  await state.getByText('2 dimmed').waitFor();
  expect(await page.locator('.map-card[data-dimmed]').count()).toBe(2);
  await page.getByRole('button', { name: 'Hide the dimmed' }).click();
  await state.getByText('2 hidden by filter').waitFor();
  await expect.poll(() => page.locator('.map-card').count()).toBe(1);
  await page.getByRole('button', { name: /hidden neighbours? downstream of Alder Register/ }).click();
  await expect.poll(() => page.locator('.map-card').count()).toBe(3);
});

test('a flow is selected by pressing its line, and a folded group opens by its card', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  // Matching every message runs behind: the words of a flow change once more when it is done.
  const label = page.locator('.map-edge__label', { hasText: '4 lost' });
  const box = await label.boundingBox();
  if (box === null) throw new Error('The flow has no label.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => selectedName(app)).toBe('Alder Register > Birch Hub');

  await page.getByRole('button', { name: 'Collapse Wexford Trust' }).click();
  await expect.poll(() => page.locator('.map-card').count()).toBe(2);
  await page.locator('.map-card', { hasText: 'Wexford Trust' }).dblclick();
  await expect.poll(() => page.locator('.map-card').count()).toBe(3);
});

test('a card that is moved stays where it was put, until that is undone', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  const card = page.locator('.react-flow__node', { hasText: 'Cedar Archive' });
  const placeOf = () =>
    card.evaluate((element) =>
      (element as HTMLElement).style.transform
        .match(/-?\d+(\.\d+)?/g)
        ?.map((part) => Math.round(Number(part))),
    );
  const home = await placeOf();
  const before = await card.boundingBox();
  if (before === null) throw new Error('The card is not drawn.');
  await page.mouse.move(before.x + 60, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + 160, before.y + 72, { steps: 6 });
  await page.mouse.up();
  const moved = await placeOf();
  expect(moved).not.toEqual(home);
  await chooseMenu(app, 'go.sources');
  await chooseMenu(app, 'go.map');
  await page.locator('.map-card').first().waitFor();
  await expect.poll(placeOf).toEqual(moved);

  await chooseMenu(app, 'edit.undo');
  await expect.poll(placeOf).toEqual(home);
  await chooseMenu(app, 'edit.redo');
  await expect.poll(placeOf).toEqual(moved);

  // It is kept in the case, not in the window: another opening shows it there too.
  await page.reload();
  await page.locator('.map-card').first().waitFor();
  await expect.poll(placeOf).toEqual(moved);
});

test('a picture grows from one system, a hop at a time', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  // A picture that grows is fitted anew: a stub must not glide away from under the pointer.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('.map-card', { hasText: 'Birch Hub' }).click();
  await page.getByRole('button', { name: 'Start from here' }).click();
  await expect.poll(() => page.locator('.map-card').count()).toBe(1);
  await page.getByText('2 hidden by filter', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show 1 hidden neighbour upstream of Birch Hub' }).click();
  await expect.poll(() => page.locator('.map-card').count()).toBe(2);
  await page.getByRole('button', { name: 'Show 1 hidden neighbour downstream of Birch Hub' }).click();
  await expect.poll(() => page.locator('.map-card').count()).toBe(3);
  await keepScreenshot(page, 'map-grown');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByText('hidden by filter').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.map-card').count()).toBe(3);
});

test('losses and a failure are shown in the same picture, each with what was found as its title', async () => {
  const app = await openSmallEstate();
  const { page } = app;
  const places = () =>
    page
      .locator('.map-card')
      .evaluateAll((cards) => cards.map((card) => card.parentElement?.style.transform));
  await page.locator('.map-card').first().waitFor();
  const before = await places();
  await page.getByLabel('What lines show').selectOption('losses');
  await page.getByRole('heading', { name: /^4 of 30 sent were lost, on 1 of / }).waitFor();
  await page.locator('.map-edge__label--lost', { hasText: '4 lost' }).waitFor();
  await keepScreenshot(page, 'map-losses');

  await page.locator('.map-card', { hasText: 'Birch Hub' }).click();
  await page.getByRole('button', { name: 'If this fails' }).click();
  await page.getByRole('heading', { name: /^If Birch Hub fails, 2 flows stop/ }).waitFor();
  expect(await page.locator('.map-badge').allInnerTexts()).toContain('fails');
  expect(await places()).toEqual(before);
  await keepScreenshot(page, 'map-failure');

  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.locator('.map-badge').first().waitFor({ state: 'detached' });
});
