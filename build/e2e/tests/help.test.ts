import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseMenu, keepScreenshot, launch } from '../launch';
import { temporaryFolder } from './small-estate';
import { dropIntoNewCase, openSample } from './steps';

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

test('the guide opens with F1 and leads from one page to the other', async () => {
  const { page } = await launch();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help' });
  await help.getByRole('heading', { name: 'Ask why records were lost' }).waitFor();
  await help.getByRole('button', { name: 'For IT departments' }).first().click();
  await help.getByRole('heading', { name: 'What is never sent' }).waitFor();
  await help.getByRole('tab', { name: 'Formats' }).click();
  await help.getByLabel('Find a format, field or word').fill('hl7 v2');
  await help.getByRole('heading', { name: /HL7 v2/ }).waitFor();
  expect(await help.getByRole('listitem').count()).toBeLessThan(6);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
});

test('the tour is shown when asked for, step by step, and can be skipped', async () => {
  const app = await launch();
  const { page } = app;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await chooseMenu(app, 'help.tour');
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await tour.getByText('Step 1 of 3').waitFor();
  await keepScreenshot(page, 'tour');
  await tour.getByRole('button', { name: 'Next' }).click();
  await tour.getByText('Step 2 of 3').waitFor();
  await tour.getByRole('button', { name: 'Skip the tour' }).click();
  await tour.waitFor({ state: 'detached' });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the help, the tour and the statements in the ${theme} theme`, async () => {
    const app = await launch({ theme });
    const { page } = app;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const found: Record<string, readonly string[]> = {};
    await chooseMenu(app, 'help.tour');
    await page.getByRole('complementary', { name: 'Tour' }).waitFor();
    found.tour = await violations(page);
    await page.getByRole('button', { name: 'Skip the tour' }).click();

    for (const [id, heading] of [
      ['help.guide', 'User guide'],
      ['help.departments', 'For IT departments'],
      ['help.formats', /CSV/],
    ] as const) {
      await chooseMenu(app, id);
      await page.getByRole('dialog').getByRole('heading', { name: heading }).first().waitFor();
      found[id] = await violations(page);
      await page.keyboard.press('Escape');
    }

    await openSample(app);
    await chooseMenu(app, 'edit.add');
    await page.getByRole('dialog', { name: 'Add a statement' }).waitFor();
    found.add = await violations(page);
    await page.keyboard.press('Escape');
    await chooseMenu(app, 'edit.list');
    await page.getByText('No statement was made by hand').waitFor();
    found.statements = await violations(page);
    await page.keyboard.press('Escape');
    await page.locator('.map-card').first().click();
    await page
      .getByRole('button', { name: /^Correct / })
      .first()
      .click();
    await page.getByLabel('Your statement').waitFor();
    found.correct = await violations(page);

    expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
  });
}

/** Asks the engine as the window does. */
async function ask<T>(page: Page, method: string, args: unknown): Promise<T> {
  const outcome = await page.evaluate(([name, given]) => window.whereabouts.call(name as string, given), [
    method,
    args,
  ] as const);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value as T;
}

/** Runs a job of the contract from the page and waits for its last word. */
async function runJob<T>(page: Page, method: string, args: unknown): Promise<T> {
  const outcome = await page.evaluate(
    ([name, given]) =>
      new Promise<unknown>((resolve) => {
        // The last word may come before the job's own number is known here.
        const ended = new Map<string, unknown>();
        let started: string | null = null;
        const settle = () => {
          if (started === null || !ended.has(started)) return;
          stop();
          resolve(ended.get(started));
        };
        const stop = window.whereabouts.onJob((event) => {
          if (event.type === 'finished') ended.set(event.jobId, event.outcome);
          settle();
        });
        void window.whereabouts.startJob(name, given).then((answer) => {
          if (!answer.ok) return resolve(answer);
          started = answer.jobId;
          settle();
        });
      }),
    [method, args] as const,
  );
  const { ok, value } = outcome as { readonly ok: boolean; readonly value: T };
  if (!ok) throw new Error(JSON.stringify(outcome));
  return value;
}

/** "10 March 2024, 18:14" of an instant, as the guide writes it. */
const inGuide = (instant: string | undefined) =>
  new Date(instant ?? Number.NaN)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
    .replace(' at ', ', ');

interface Counts {
  readonly systems: number;
  readonly sources: number;
  readonly events: number;
}

interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly sent: number;
  readonly delivered: number;
  readonly late: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly lost: number;
  readonly unobservable: number;
}

test('the guide quotes the figures that the sample case gives', async () => {
  const app = await launch();
  const { page } = app;
  await openSample(app);
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'user-guide.md'), 'utf8');
  await expect.poll(() => ask<boolean>(page, 'reconcile.isReady', {}), { timeout: 30_000 }).toBe(true);
  const { counts } = await ask<{ readonly counts: Counts }>(page, 'case.info', {});
  const flows = await ask<readonly FlowRow[]>(page, 'reconcile.flows', {});
  const flow = flows.find(
    ({ from, to }) => from === 'Causeway Integration Engine' && to === 'Rowan Patient Record',
  );
  const owners = await ask<
    readonly {
      readonly state: string;
      readonly cells: readonly { readonly role: string; readonly state: string }[];
    }[]
  >(page, 'estate.owners', {});
  const controllerOf = (row: (typeof owners)[number]) =>
    row.cells.find(({ role }) => role === 'controller')?.state;
  const rows = (...states: readonly string[]) =>
    owners.filter((row) => states.includes(controllerOf(row) ?? 'not recorded')).length;
  const otherwise = owners.filter(
    (row) => row.state === 'conflicting' && controllerOf(row) !== 'conflicting',
  ).length;
  const written = (value: number | undefined) => (value ?? Number.NaN).toLocaleString('en-GB');
  const lossy = 'Causeway Integration Engine > Rowan Patient Record';
  const { onset } = await runJob<{
    readonly onset: { readonly earliest: string; readonly latest: string } | null;
  }>(page, 'losses.why', { flow: lossy });
  const findings = await runJob<readonly { readonly code: string; readonly title: string }[]>(
    page,
    'findings.list',
    {},
  );
  const countOf = (code: string) => /\d+/.exec(findings.find((each) => each.code === code)?.title ?? '')?.[0];
  const quoted = [
    `began between ${inGuide(onset?.earliest)} and ${inGuide(onset?.latest)}`,
    `${countOf('flags-not-passed-on')} objections to sharing that were set in Plover Practice Record`,
    `${countOf('acknowledged-but-lost')} were acknowledged`,
    `${counts.sources} source files`,
    `${written(counts.events)} lines`,
    `${counts.systems} systems`,
    `${written(flow?.sent)} messages were sent`,
    `| Delivered | ${written(flow?.delivered)} |`,
    `| Late | ${written(flow?.late)} |`,
    `| Duplicate | ${written(flow?.duplicate)} |`,
    `| Rejected | ${written(flow?.rejected)} |`,
    `| Lost | ${written(flow?.lost)} |`,
    `| Unobservable | ${written(flow?.unobservable)} |`,
    `Of ${owners.length} rows in the sample case ${rows('clear')} name a controller that no source disputes, ${rows('missing', 'not recorded')} name none, and in ${rows('conflicting')} the sources disagree about it. In ${otherwise} more they disagree about another role`,
  ];
  expect(quoted.filter((words) => !guide.includes(words))).toEqual([]);
});

test('a text log that no format fits is read with a pattern, tried as it is typed', async () => {
  const app = await launch();
  const { page } = app;
  const file = join(temporaryFolder(), 'hub.log');
  writeFileSync(
    file,
    '2024-03-01T10:00:00Z sent Birch msg=A1\n2024-03-01T10:01:00Z sent Birch msg=A2\n-- rotated --\n',
  );
  await dropIntoNewCase(app, [file], 'A text log');
  const editor = page.getByRole('region', { name: 'Read it with a pattern' });
  await editor
    .getByLabel('Pattern', { exact: true })
    .fill('%{TIMESTAMP_ISO8601:time} %{WORD:event} %{WORD:peer} msg=%{WORD:message}');
  await editor.getByText('2 of 3 lines match.').waitFor();
  await expect
    .poll(() => editor.locator('mark').allInnerTexts())
    .toEqual([
      ...['2024-03-01T10:00:00Z', 'sent', 'Birch', 'A1'],
      ...['2024-03-01T10:01:00Z', 'sent', 'Birch', 'A2'],
    ]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('3 rows = 2 accepted + 1 rejected').waitFor();
});
