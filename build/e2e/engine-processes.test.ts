import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Outcome } from '../../shared/contract/outcome';
import type { JobEvent } from '../../shared/contract/window-bridge';
import type { LaunchedApp } from '../bootstrap/launch.mjs';
import { choosePaths, launch } from './launch';

const call = (page: Page, method: string, args: unknown): Promise<Outcome<unknown>> =>
  page.evaluate(([name, given]) => window.whereabouts.call(name, given), [method, args] as const);

async function newCase(app: LaunchedApp): Promise<string> {
  const path = join(app.userData, 'a.whereabouts');
  await choosePaths(app, { save: path });
  expect(await call(app.page, 'case.create', { path, title: 'A' })).toMatchObject({ ok: true });
  return path;
}

/** Kills the engine's query process as an operating system short of memory would. */
async function killQueries({ electron }: LaunchedApp): Promise<void> {
  await electron.evaluate(({ app }) => {
    const queries = app.getAppMetrics().find(({ name }) => name === 'Whereabouts queries');
    if (queries === undefined) throw new Error('no query process');
    process.kill(queries.pid, 'SIGKILL');
  });
}

/** A log that takes long enough to import to be cancelled on the way. */
function writeLongLog(folder: string): string {
  const path = join(folder, 'long-log.csv');
  const row = (index: number) =>
    `2024-01-01T00:00:${String(index % 60).padStart(2, '0')}Z,Ash,Beech,sent,m${index},r${index % 1000}`;
  const rows = Array.from({ length: 400_000 }, (_, index) => row(index));
  writeFileSync(path, `time,system,peer,event,message,record\n${rows.join('\n')}\n`);
  return path;
}

test('a crashed query process is replaced and the case is open again', async () => {
  const app = await launch();
  const path = await newCase(app);
  await killQueries(app);
  await expect
    .poll(() => call(app.page, 'case.info', {}))
    .toMatchObject({ ok: true, value: { path, title: 'A' } });
});

test('a job reports progress and its end, and a cancelled one leaves the case as it was', async () => {
  const app = await launch();
  await newCase(app);
  const log = writeLongLog(app.userData);
  const before = await call(app.page, 'case.info', {});
  await choosePaths(app, { open: [log] });

  const events = await app.page.evaluate(async (file) => {
    const heard: JobEvent[] = [];
    const finished = new Promise<void>((resolve) => {
      window.whereabouts.onJob((event) => {
        heard.push(event);
        // Cancelled at the first sign that it is under way.
        if (event.type === 'progress') void window.whereabouts.cancel(event.jobId);
        else resolve();
      });
    });
    const job = await window.whereabouts.startJob('import.run', { files: [{ path: file }] });
    if (!job.ok) throw new Error(job.error.message);
    await finished;
    return { types: [...new Set(heard.map(({ type }) => type))], last: heard.at(-1) };
  }, log);
  expect(events).toMatchObject({
    types: ['progress', 'finished'],
    last: { outcome: { ok: false, error: { code: 'cancelled' } } },
  });
  expect(await call(app.page, 'case.info', {})).toEqual(before);
  expect(await call(app.page, 'sources.list', {})).toEqual({ ok: true, value: [] });
});

test('imports wait for one another, and the window sees what they have written', async () => {
  const app = await launch();
  await newCase(app);
  const files = ['Ash', 'Beech'].map((name) => join(app.userData, `${name}.csv`));
  for (const file of files) writeFileSync(file, `System name,Supplier\n${file.slice(-9, -4)},Alder Ltd\n`);

  await choosePaths(app, { open: files });
  const outcomes = await app.page.evaluate(async (paths) => {
    const heard: JobEvent[] = [];
    const finished = new Promise<void>((resolve) => {
      window.whereabouts.onJob((event) => {
        if (event.type === 'finished') heard.push(event);
        if (heard.length === paths.length) resolve();
      });
    });
    for (const path of paths) await window.whereabouts.startJob('import.run', { files: [{ path }] });
    await finished;
    return heard;
  }, files);
  const imported = { outcome: { ok: true, value: { files: [{ rows: 1, accepted: 1, rejected: 0 }] } } };
  expect(outcomes).toMatchObject([imported, imported]);
  expect(await call(app.page, 'case.info', {})).toMatchObject({
    ok: true,
    value: { counts: { systems: 2, sources: 2 } },
  });
});

test('the sample case is made once and opened like any other', async () => {
  const app = await launch();
  const first = await app.page.evaluate(() => window.whereabouts.sampleCase());
  expect(first).toMatchObject({ ok: true });
  const path = first.ok ? first.value : '';
  expect(await app.page.evaluate(() => window.whereabouts.sampleCase())).toEqual(first);
  expect(await call(app.page, 'case.open', { path })).toMatchObject({
    ok: true,
    value: { title: 'Sample case' },
  });
  expect(await app.page.evaluate(() => window.whereabouts.recentCases())).toMatchObject([
    { path, title: 'Sample case', exists: true },
  ]);
});
