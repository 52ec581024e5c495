import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LaunchedApp } from '../bootstrap/launch.mjs';
import { type Bench, type BenchContext, type Measurement, median } from './bench';
import { type BigCase, bigCase } from './big-case';
import { keysIn, newCase } from './command-line';
import { longestTask, watchTasks } from './window-tasks';

/** The checkout: bundles lie two folders below its cache. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const withinReach = 2 * 60_000;

/** The real window while the engine works: its longest task, and how soon a cancelled job is gone. */
export const windowSpeed: Bench = {
  name: 'window',
  title: 'The window while an import and a reconciliation run',
  async run(context) {
    const executable = process.env.WHEREABOUTS_ELECTRON;
    if (executable === undefined) throw new Error('there is no Electron and no display to open a window on');
    const big = await bigCase(context, context.rows);
    const target = await newCase(context.folder, 'window');
    const { launchApp } = (await import(
      pathToFileURL(join(root, 'build', 'bootstrap', 'launch.mjs')).href
    )) as typeof import('../bootstrap/launch.mjs');
    // Where the command line left the keys of the cases.
    const env = { WHEREABOUTS_KEYS: keysIn(context.folder) };
    const importing = await launchApp({ executable, env, casePath: target });
    const measured = await measuredWith(importing, () => importAndCancel(importing, big, context));
    const reconciling = await launchApp({ executable, env, casePath: big.path });
    return [
      ...measured,
      ...(await measuredWith(reconciling, () => reconcileAndCancel(reconciling, big, context))),
    ];
  },
};

async function measuredWith(
  app: LaunchedApp,
  measure: () => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  try {
    app.page.setDefaultTimeout(withinReach);
    await watchTasks(app);
    return await measure();
  } finally {
    await app.close();
  }
}

async function importAndCancel(
  app: LaunchedApp,
  big: BigCase,
  { runs, say }: BenchContext,
): Promise<readonly Measurement[]> {
  const { page } = app;
  const { dropFiles } = (await import(
    pathToFileURL(join(root, 'build', 'bootstrap', 'drop-files.mjs')).href
  )) as typeof import('../bootstrap/drop-files.mjs');
  const begin = async () => {
    await page.getByRole('button', { name: /^Import 1 file$/ }).click();
    await page.getByRole('button', { name: 'Cancel the import' }).waitFor();
  };
  await page.getByRole('navigation').first().waitFor();
  await dropFiles(page, [big.log]);
  // A cancelled import is back where it can be started again.
  const cancelled: Cancelled[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`an import cancelled, run ${run} of ${runs}`);
    await begin();
    await page
      .getByText(/rows\/s/)
      .first()
      .waitFor();
    cancelled.push(await cancel(app, 'Cancel the import', 'Import cancelled'));
    const sources = await page.evaluate(() => window.whereabouts.call('sources.list', {}));
    if (!sources.ok || (sources.value as readonly unknown[]).length > 0)
      throw new Error('a cancelled import left something in the case');
  }
  say('an import in the window');
  await begin();
  await longestTask(app);
  await page.getByRole('dialog', { name: 'Imported' }).waitFor();
  return [
    taskRow(`longest task of the window, import of ${big.answers.rows} rows`, await longestTask(app)),
    ...cancelRows('import', cancelled),
  ];
}

async function reconcileAndCancel(
  app: LaunchedApp,
  big: BigCase,
  { runs, say }: BenchContext,
): Promise<readonly Measurement[]> {
  const { page, electron } = app;
  const go = (id: string) =>
    electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
  await page.getByRole('navigation').first().waitFor();
  const cancelled: Cancelled[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`a reconciliation cancelled, run ${run} of ${runs}`);
    if (run === 1) await go('go.reconcile');
    else await page.getByRole('button', { name: 'Try again' }).click();
    cancelled.push(await cancel(app, 'Cancel', 'cancelled'));
  }
  say('a reconciliation in the window');
  await longestTask(app);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('tab', { name: /^By flow/ }).waitFor();
  return [
    taskRow(
      `longest task of the window, reconciliation of ${big.answers.rows} events`,
      await longestTask(app),
    ),
    ...cancelRows('reconciliation', cancelled),
  ];
}

interface Cancelled {
  /** From the press of the button until the window says so, and until the process has ended. */
  readonly saidMs: number;
  readonly goneMs: number;
}

/** Presses the button and times, by one clock, what the page shows and when the job's process ends. */
async function cancel({ page, electron }: LaunchedApp, button: string, said: string): Promise<Cancelled> {
  const gone = electron.evaluate(
    ({ app }) =>
      new Promise<number>((resolve) => {
        app.once('child-process-gone', () => resolve(Date.now()));
      }),
  );
  const seen = await page.evaluateHandle(
    (text) => ({
      times: new Promise<{ readonly pressed: number; readonly said: number }>((resolve) => {
        let pressed = 0;
        document.addEventListener(
          'click',
          () => {
            pressed = Date.now();
          },
          { capture: true, once: true },
        );
        const observer = new MutationObserver(() => {
          if (pressed === 0 || !document.body.innerText.includes(text)) return;
          observer.disconnect();
          resolve({ pressed, said: Date.now() });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    }),
    said,
  );
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const times = await seen.evaluate(({ times: both }) => both);
  return { saidMs: times.said - times.pressed, goneMs: (await gone) - times.pressed };
}

const taskRow = (what: string, milliseconds: number): Measurement => ({
  what,
  value: milliseconds,
  unit: 'ms',
  promise: { of: 'value', atMost: 50 },
  note: 'the browser reports only tasks of 50 ms and more; 0 is none',
});

function cancelRows(what: string, times: readonly Cancelled[]): readonly Measurement[] {
  const promise = { of: 'value', atMost: 100 } as const;
  return [
    {
      what: `${what} cancelled: the window says so`,
      value: median(times.map((one) => one.saidMs)),
      unit: 'ms',
      promise,
    },
    {
      what: `${what} cancelled: its process is gone`,
      value: median(times.map((one) => one.goneMs)),
      unit: 'ms',
      promise,
    },
  ];
}
