import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { openSampleByName } from './steps';

/** Texts on the screen that did not come from the catalogue: words outside the pseudo-locale's brackets. */
const foreignTexts = (page: Page, region: string) =>
  page.locator(region).evaluateAll((elements) =>
    elements
      .flatMap((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          texts.push((node.textContent ?? '').trim());
        }
        return texts;
      })
      .filter((text) => /[a-z]{3}/i.test(text) && !/^\[.*\]$/s.test(text)),
  );

/** Elements whose text is cut off without an ellipsis to say so. */
const cutOff = (page: Page, region: string) =>
  page.locator(`${region} button, ${region} h1, ${region} label`).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const style = getComputedStyle(element);
        const isHidden = element.closest('.visually-hidden') !== null || element.clientWidth === 0;
        return (
          !isHidden && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
        );
      })
      .map((element) => element.textContent),
  );

test('every word of the window is in the catalogue, and a third more of it still fits', async () => {
  const app = await launch();
  const { page, electron } = app;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await electron.evaluate(({ app: electronApp }) => {
    electronApp.getLocale = () => 'en-XA';
  });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /^\[/ }).waitFor();
  expect({ words: await foreignTexts(page, '.app'), cut: await cutOff(page, '.app') }).toEqual({
    words: [],
    cut: [],
  });

  await openSampleByName(app, /^\[Sámplé/);
  const regions: Readonly<Record<string, string>> = {
    map: '.rail, .view__header',
    reconcile: '.rail, .view__header, .tabs__row, .heat-tools',
    records: '.view__header, .tabs__row, .journeys__hint',
    losses: '.view__header',
    timeline: '.view__header',
    findings: '.view__header',
    impact: '.view__header, .impact__summary, .table__titles',
    compare: '.view__header, .tabs__row',
    sources: '.view__header, .tabs__row, .table__toolbar',
  };
  const found: Record<string, readonly string[]> = {};
  for (const [view, region] of Object.entries(regions)) {
    await chooseMenu(app, `go.${view}`);
    await page.locator('main h1').waitFor({ state: 'attached' });
    const words = await foreignTexts(page, region);
    if (words.length > 0) found[view] = words;
  }
  await keepScreenshot(page, 'pseudo-locale');
  expect(found).toEqual({});
});
