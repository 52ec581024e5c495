import { beforeAll, expect, test, vi } from 'vitest';
import type { JobEvent } from '../../shared/contract/window-bridge';

const jobs: string[] = [];
let tell: (event: JobEvent) => void = () => {};

// The other side of the bridge: an engine that has reconciled nothing, and jobs that end when they are told to.
beforeAll(() => {
  const whereabouts = {
    call: async () => ({ ok: true, value: false }),
    startJob: async () => ({ ok: true, jobId: `job ${jobs.push('started')}` }),
    onJob: (listener: (event: JobEvent) => void) => {
      tell = listener;
      return () => {};
    },
  };
  Object.assign(globalThis, { window: { whereabouts } });
});

test('a case that changes while it is reconciled keeps its newest state and is reconciled once more', async () => {
  const { useCase } = await import('./case-store');
  const { listenToJobs } = await import('./jobs-store');
  const { startReconciliation, useReconciliation } = await import('./reconciliation-store');
  const stands = () => [useCase.getState().revision, useReconciliation.getState().revision, jobs.length];
  const end = (jobId: string) => tell({ type: 'finished', jobId, outcome: { ok: true, value: null } });
  listenToJobs();
  useCase.setState({ phase: 'open', revision: 5 });

  startReconciliation();
  await vi.waitFor(() => expect(useReconciliation.getState().jobId).toBe('job 1'));
  useCase.setState({ revision: 7 });
  end('job 1');
  await vi.waitFor(() => expect(useReconciliation.getState().jobId).toBe('job 2'));
  const meanwhile = stands();
  end('job 2');
  await vi.waitFor(() => expect(useReconciliation.getState().revision).not.toBeNull());

  expect([meanwhile, stands()]).toEqual([
    [7, null, 2],
    [8, 8, 2],
  ]);
});
