import { randomUUID } from 'node:crypto';
import type { MethodName } from '../../shared/contract/contract';
import { firstPicture } from '../../shared/contract/map-methods';
import type { Outcome } from '../../shared/contract/outcome';
import type { JobEvent, JobId } from '../../shared/contract/window-bridge';
import { cancelled, EngineChild } from './engine-child';

/** A case has one writer at a time: these jobs wait for one another instead of failing on its lock. */
const writingJobs: ReadonlySet<string> = new Set<MethodName>([
  'import.run',
  'sources.remove',
  'sources.restore',
]);

export interface EngineHostOptions {
  /** The bundled engine process. */
  readonly script: string;
  /** Passed on to every engine process. */
  readonly args: readonly string[];
  readonly onJob: (event: JobEvent) => void;
}

/**
 * Keeps the engine's processes: one that lives long and answers queries, and one for each job, which can
 * be killed. A process that crashed is replaced at the next request and opens the case again by itself.
 */
export class EngineHost {
  private queryChild: EngineChild | null = null;
  private readonly jobs = new Map<JobId, { readonly cancel: () => void }>();
  private lastWriting: Promise<void> = Promise.resolve();
  private openCasePath: string | null = null;
  private openedAhead: { readonly path: string; readonly outcome: Promise<Outcome<unknown>> } | null = null;

  constructor(private readonly options: EngineHostOptions) {}

  /** The case that queries and jobs are about, null where none is open. */
  get casePath(): string | null {
    return this.openCasePath;
  }

  /** Starts the query process ahead of the first question. */
  warmUp(): void {
    this.liveQueryChild();
  }

  /**
   * Opens a case and makes its first picture ready while the window still loads; the answer is kept for the
   * window's own question.
   */
  openAhead(path: string): void {
    this.openedAhead = { path, outcome: this.ask('case.open', { path }) };
    // What went wrong in it is said when the window asks for the picture itself.
    void this.ask('map.prepare', firstPicture);
  }

  query(method: string, args: unknown): Promise<Outcome<unknown>> {
    const ahead = this.openedAhead;
    if (!method.startsWith('case.') || ahead === null) return this.ask(method, args);
    this.openedAhead = null;
    const isSame = method === 'case.open' && (args as { readonly path: string }).path === ahead.path;
    return isSame ? ahead.outcome : this.ask(method, args);
  }

  private async ask(method: string, args: unknown): Promise<Outcome<unknown>> {
    const outcome = await this.liveQueryChild().request({ method, args, casePath: this.openCasePath });
    if (outcome.ok) this.follow(method, outcome.value);
    return outcome;
  }

  /** Runs a job to its end and reports it under the id that is returned at once. */
  startJob(method: string, args: unknown): JobId {
    const jobId = randomUUID();
    const request = { method, args, casePath: this.openCasePath };
    const finish = (outcome: Outcome<unknown>) => {
      this.jobs.delete(jobId);
      this.options.onJob({ type: 'finished', jobId, outcome });
    };
    const run = async () => {
      if (!this.jobs.has(jobId)) return;
      const child = this.fork('Whereabouts job');
      this.jobs.set(jobId, { cancel: () => child.kill() });
      const outcome = await child.request(request, (progress) =>
        this.options.onJob({ type: 'progress', jobId, progress }),
      );
      finish(outcome);
      await child.end();
    };
    this.jobs.set(jobId, { cancel: () => finish(cancelled) });
    if (writingJobs.has(method)) this.lastWriting = this.lastWriting.then(run);
    else void run();
    return jobId;
  }

  /** Makes some calls one after the other in a process of their own, whatever case is open; ends at a failure. */
  async apart(
    calls: readonly { readonly method: MethodName; readonly args: unknown }[],
  ): Promise<Outcome<unknown>> {
    const child = this.fork('Whereabouts job');
    let outcome: Outcome<unknown> = { ok: true, value: null };
    for (const call of calls) {
      if (outcome.ok) outcome = await child.request({ ...call, casePath: null });
    }
    await child.end();
    return outcome;
  }

  /** Kills the job's process, or takes it out of the queue; its `finished` event says `cancelled`. */
  cancel(jobId: JobId): void {
    this.jobs.get(jobId)?.cancel();
  }

  /** Kills running jobs and lets the query process close the case. */
  async close(): Promise<void> {
    for (const job of [...this.jobs.values()]) job.cancel();
    await this.queryChild?.end();
  }

  private liveQueryChild(): EngineChild {
    if (this.queryChild === null || !this.queryChild.isAlive)
      this.queryChild = this.fork('Whereabouts queries');
    return this.queryChild;
  }

  private fork(serviceName: string): EngineChild {
    return new EngineChild({ script: this.options.script, serviceName, args: this.options.args });
  }

  /** Remembers which case is open, so that new processes can open it too. */
  private follow(method: string, value: unknown): void {
    if (method === 'case.close') this.openCasePath = null;
    if (method !== 'case.open' && method !== 'case.create') return;
    if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string') {
      this.openCasePath = value.path;
    }
  }
}
