import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { LayoutReply } from './layout.worker';
import type { LayoutInput, Place } from './layout-input';

/** Why there are no places: `late` the deadline passed, `failed` the layout gave up, `absent` there is no worker to ask. */
export type WorkerOutcome =
  | { readonly kind: 'places'; readonly places: ReadonlyMap<string, Place> }
  | { readonly kind: 'late' | 'failed' | 'absent' };

/** Kept between layouts: starting one and warming it up takes longer than most layouts. */
let idle: { readonly file: string; readonly worker: Worker } | undefined;

/** Lays out in a worker thread, which is ended when the deadline passes: nothing else could stop it. */
export async function runInWorker(
  input: LayoutInput,
  deadlineMs: number,
  file: string | undefined = layoutWorkerFile(),
): Promise<WorkerOutcome> {
  if (file === undefined) return { kind: 'absent' };
  const worker = idle?.file === file ? idle.worker : startWorker(file);
  idle = undefined;
  worker.ref();
  const outcome = await answerOf(worker, input, deadlineMs);
  if (outcome.kind === 'places' && idle === undefined) {
    worker.unref();
    idle = { file, worker };
  } else {
    await worker.terminate();
  }
  return outcome;
}

/** Starts the worker ahead of the layout, so that it loads while the graph is still being read. */
export function startLayoutAhead(file: string | undefined = layoutWorkerFile()): void {
  if (file === undefined || idle !== undefined) return;
  const worker = startWorker(file);
  worker.unref();
  idle = { file, worker };
}

function startWorker(file: string): Worker {
  const worker = new Worker(file);
  const forget = () => {
    if (idle?.worker === worker) idle = undefined;
  };
  // Also a worker that fails while nobody waits for it must not end the process.
  return worker.on('error', forget).on('exit', forget);
}

function answerOf(worker: Worker, input: LayoutInput, deadlineMs: number): Promise<WorkerOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: WorkerOutcome) => {
      clearTimeout(timer);
      // One by one: removing all would take the listeners with which the worker itself listens.
      worker.off('message', onMessage).off('error', onFailure).off('exit', onFailure);
      resolve(outcome);
    };
    const onMessage = (reply: LayoutReply) =>
      settle(reply.ok ? { kind: 'places', places: new Map(reply.places) } : { kind: 'failed' });
    const onFailure = () => settle({ kind: 'failed' });
    const timer = setTimeout(() => settle({ kind: 'late' }), deadlineMs);
    worker.once('message', onMessage).once('error', onFailure).once('exit', onFailure);
    worker.postMessage(input);
  });
}

/** The bundle `workers/layout.js` beside this one's folder; undefined where the sources are run unbundled. */
function layoutWorkerFile(): string | undefined {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'workers', 'layout.js');
  return existsSync(file) ? file : undefined;
}
