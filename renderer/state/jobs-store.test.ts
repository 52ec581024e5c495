import { beforeAll, expect, test } from 'vitest';
import type { Job } from './jobs-store';

const job: Job = {
  id: '1',
  method: 'import.run',
  title: 'Import',
  state: 'running',
  progress: null,
  failure: null,
};
const other: Job = { ...job, id: '2' };
const progress = {
  label: 'a.csv',
  done: 5,
  total: 10,
  unit: 'rows',
  secondsLeft: 3,
  rows: 1200,
  rowsPerSecond: 600,
} as const;

// The bridge is the preload's; nothing of it is called here.
beforeAll(() => {
  Object.assign(globalThis, { window: { whereabouts: {} } });
});

test('progress goes to its job alone, and a finished job keeps it', async () => {
  const { afterJobEvent } = await import('./jobs-store');
  const under = afterJobEvent([job, other], { type: 'progress', jobId: '1', progress });
  const after = afterJobEvent(under, { type: 'finished', jobId: '1', outcome: { ok: true, value: null } });
  expect([under, after]).toEqual([
    [{ ...job, progress }, other],
    [{ ...job, progress, state: 'done' }, other],
  ]);
});

test('a cancelled job is no failed one', async () => {
  const { afterJobEvent } = await import('./jobs-store');
  const states = (['cancelled', 'disk-full'] as const).map(
    (code) =>
      afterJobEvent([job], {
        type: 'finished',
        jobId: '1',
        outcome: { ok: false, error: { code, message: 'x' } },
      })[0]?.state,
  );
  expect(states).toEqual(['cancelled', 'failed']);
});

test('progress is written with what is known, in one order', async () => {
  const { progressText } = await import('./progress-text');
  expect([
    progressText(null),
    progressText(progress),
    progressText({ label: '', done: 20, total: 70_000_000, unit: 'bytes', secondsLeft: null }),
  ]).toEqual(['Starting', 'a.csv · 1,200 rows · 600 rows/s · 3 s left', '20 bytes of 70 MB']);
});
