import { create } from 'zustand';
import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { Failure, Outcome, Progress } from '../../shared/contract/outcome';
import type { JobEvent, JobId } from '../../shared/contract/window-bridge';
import { bridge } from '../api';

export interface Job {
  readonly id: JobId;
  readonly method: MethodName;
  /** What it does, in the person's words: "Import 12 files". */
  readonly title: string;
  readonly state: 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled';
  readonly progress: Progress | null;
  readonly failure: Failure | null;
}

interface JobsState {
  readonly jobs: readonly Job[];
}

/** Long work: every job of this window, the newest first. */
export const useJobs = create<JobsState>(() => ({ jobs: [] }));

/** Applies one event of a job to the list; a finished job keeps its last progress. */
export function afterJobEvent(jobs: readonly Job[], event: JobEvent): readonly Job[] {
  return jobs.map((job) => {
    if (job.id !== event.jobId) return job;
    if (event.type === 'progress') return { ...job, progress: event.progress };
    if (event.outcome.ok) return { ...job, state: 'done', failure: null };
    const isCancelled = event.outcome.error.code === 'cancelled';
    return { ...job, state: isCancelled ? 'cancelled' : 'failed', failure: event.outcome.error };
  });
}

const waiting = new Map<JobId, (outcome: Outcome<unknown>) => void>();
/** Events that overtook the answer to `startJob`. */
const early = new Map<JobId, JobEvent[]>();

function receive(event: JobEvent): void {
  const settle = waiting.get(event.jobId);
  if (settle === undefined) {
    early.set(event.jobId, [...(early.get(event.jobId) ?? []), event]);
    return;
  }
  useJobs.setState(({ jobs }) => ({ jobs: afterJobEvent(jobs, event) }));
  if (event.type === 'finished') {
    waiting.delete(event.jobId);
    settle(event.outcome);
  }
}

/** Called once at start; jobs report through it for as long as the window lives. */
export function listenToJobs(): () => void {
  return bridge.onJob(receive);
}

/** Starts long work and resolves when it has ended, in whichever way. Progress is in {@link useJobs}. */
export async function runJob<M extends MethodName>(
  method: M,
  args: ArgsOf<M>,
  title: string,
  onStarted?: (id: JobId) => void,
): Promise<Outcome<ResultOf<M>>> {
  const started = await bridge.startJob(method, args);
  if (!started.ok) return started;
  const id = started.jobId;
  useJobs.setState(({ jobs }) => ({
    jobs: [{ id, method, title, state: 'running', progress: null, failure: null }, ...jobs],
  }));
  onStarted?.(id);
  const outcome = new Promise<Outcome<unknown>>((resolve) => {
    waiting.set(id, resolve);
  });
  const missed = early.get(id) ?? [];
  early.delete(id);
  for (const event of missed) receive(event);
  return (await outcome) as Outcome<ResultOf<M>>;
}

export function cancelJob(id: JobId): void {
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.map((job) =>
      job.id === id && job.state === 'running' ? { ...job, state: 'cancelling' } : job,
    ),
  }));
  void bridge.cancel(id);
}

export function dismissJob(id: JobId): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
}
