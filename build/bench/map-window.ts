import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { MapAnswer } from '../../shared/contract/map-methods';
import { writeLargeInventory } from '../sample/large';
import { type Bench, type BenchContext, type Measurement, median } from './bench';
import { newCase, runCommand } from './command-line';
import { engineSession } from './engine-session';
import { type FrameTimes, frameTimes } from './frame-times';
import { writeRivalPage } from './rival-page';

/** The checkout: bundles lie two folders below its cache. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const scene = { method: 'map.scene', args: { level: 'system', groupBy: 'organisation', collapsed: [] } };
const drawnInSoftware = 'drawn in software where there is no graphics card; p95 of 90 frames';

/** The map in the real window beside a bare React Flow of the same cards and flows, in the same run. */
export const mapWindow: Bench = {
  name: 'map-window',
  title: 'The map of a large estate in the real window',
  async run(context) {
    return [
      ...(await besideReactFlow(context, 800, 2000, 0.5)),
      ...(await besideReactFlow(context, 500, 900, null)),
    ];
  },
};

async function besideReactFlow(
  context: BenchContext,
  systems: number,
  flows: number,
  /** What was promised of the ratio; of the smaller estate only that it is measured. */
  atMost: number | null,
): Promise<readonly Measurement[]> {
  const executable = process.env.WHEREABOUTS_ELECTRON;
  if (executable === undefined) throw new Error('there is no Electron and no display to open a window on');
  const { folder, runs, say } = context;
  const of = `${systems} systems and ${flows} flows`;
  const sheets = join(folder, `inventory-${systems}`);
  writeLargeInventory(sheets, systems, flows);
  const path = await newCase(folder, `map-${systems}`);
  await runCommand(folder, ['import', path, sheets]);
  const { launchApp } = (await import(
    pathToFileURL(join(root, 'build', 'bootstrap', 'launch.mjs')).href
  )) as typeof import('../bootstrap/launch.mjs');

  const firstMaps: number[] = [];
  const ours: FrameTimes[] = [];
  const theirs: FrameTimes[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`${of}: run ${run + 1} of ${runs}`);
    // A case that was never drawn: the layout is part of its first map.
    const unseen = join(folder, `map-${systems}-${run}.whereabouts`);
    copyFileSync(path, unseen);
    const app = await launchApp({ executable, casePath: unseen });
    try {
      app.page.setDefaultTimeout(120_000);
      await app.page.locator('.map-card').first().waitFor();
      firstMaps.push(await secondsOfPage(app.page));
      await openAllGroups(app.page);
      ours.push(await frameTimes(app.page));
      const { answers } = await engineSession(folder, path, [scene]);
      const drawn = (answers[0]?.value as MapAnswer | undefined)?.scene;
      if (drawn === undefined) throw new Error('the engine gave no picture');
      const rival = await writeRivalPage(folder, drawn);
      theirs.push(await inBareWindow(app, rival));
    } finally {
      await app.close();
    }
  }
  const p95 = (times: readonly FrameTimes[], of: keyof FrameTimes) => median(times.map((one) => one[of]));
  const frames = (what: string, which: keyof FrameTimes): Measurement => ({
    what: `${what} ${of}, p95 frame`,
    value: p95(ours, which),
    unit: 'ms',
    rival: { name: 'React Flow alone', value: p95(theirs, which) },
    ...(atMost === null ? {} : { promise: { of: 'ratio', atMost } as const }),
    note: drawnInSoftware,
  });
  return [
    frames('panning', 'panP95'),
    frames('zooming', 'zoomP95'),
    {
      what: `first map of ${of} in the window`,
      value: median(firstMaps),
      unit: 's',
      ...(systems === 800 ? { promise: { of: 'value', atMost: 1.5 } as const } : {}),
      note: 'from the start of the page until the first card is there; the engine opens the case and lays it out meanwhile',
    },
  ];
}

/** From the beginning of the page, its own loading and the opening of the case included. */
function secondsOfPage(page: Page): Promise<number> {
  return page.evaluate(() => performance.now() / 1000);
}

async function openAllGroups(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Expand all groups' }).click();
  await page.locator('.map-frame').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
}

/** The rival in a window of the same Electron and size. */
async function inBareWindow(
  app: { readonly electron: import('playwright-core').ElectronApplication; readonly page: Page },
  file: string,
): Promise<FrameTimes> {
  const size = await app.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const opened = app.electron.waitForEvent('window');
  await app.electron.evaluate(
    async ({ BrowserWindow }, { file: path, width, height }) => {
      const window = new BrowserWindow({
        width,
        height,
        useContentSize: true,
        webPreferences: { partition: 'rival' },
      });
      await window.loadFile(path);
    },
    { file, ...size },
  );
  const page = await opened;
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  return frameTimes(page);
}
