import { type UtilityProcess, utilityProcess } from 'electron';
import type { Outcome, Progress } from '../../shared/contract/outcome';
import { type EngineAnswer, type EngineRequest, endRequest } from './engine-messages';

/** How long a process may take to close the case file. */
const graceMs = 3_000;

/** What a call gets that was stopped on purpose. */
export const cancelled: Outcome<never> = { ok: false, error: { code: 'cancelled', message: 'Cancelled.' } };

interface Waiting {
  readonly resolve: (outcome: Outcome<unknown>) => void;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * One engine process. Every request is answered, also when the process ends: what was waiting then gets
 * `engine-stopped`, or `cancelled` where it was killed on purpose.
 */
export class EngineChild {
  private readonly child: UtilityProcess;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private isKilled = false;
  private hasEnded = false;

  constructor(options: {
    readonly script: string;
    readonly serviceName: string;
    readonly args: readonly string[];
  }) {
    this.child = utilityProcess.fork(options.script, [...options.args], { serviceName: options.serviceName });
    this.child.on('message', (answer: EngineAnswer) => this.receive(answer));
    this.child.on('exit', (code) => this.answerAll(code));
  }

  /** False once the process has ended, for whatever reason. */
  get isAlive(): boolean {
    return !this.hasEnded;
  }

  request(
    request: Omit<EngineRequest, 'id'>,
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<Outcome<unknown>> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.waiting.set(id, { resolve, onProgress });
      if (this.hasEnded) this.answerAll(0);
      else this.child.postMessage({ ...request, id } satisfies EngineRequest);
    });
  }

  /** At once: a running query cannot be interrupted in any other way. */
  kill(): void {
    this.isKilled = true;
    const { pid } = this.child;
    if (pid === undefined) this.child.kill();
    else if (!this.hasEnded) process.kill(pid, 'SIGKILL');
  }

  /** Lets the process close the case file properly, and kills it only where it does not. */
  async end(): Promise<void> {
    if (this.hasEnded) return;
    this.isKilled = true;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.postMessage(endRequest);
    const tooLong = setTimeout(() => this.kill(), graceMs);
    await ended;
    clearTimeout(tooLong);
  }

  private receive(answer: EngineAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (waiting === undefined) return;
    if (answer.type === 'progress') {
      waiting.onProgress(answer.progress);
      return;
    }
    this.waiting.delete(answer.id);
    waiting.resolve(answer.outcome);
  }

  private answerAll(code: number): void {
    this.hasEnded = true;
    const outcome: Outcome<unknown> = this.isKilled
      ? cancelled
      : {
          ok: false,
          error: {
            code: 'engine-stopped',
            message:
              `The process that reads the case stopped (exit code ${code}). ` +
              'The case is as it was before; try the same again.',
          },
        };
    for (const { resolve } of this.waiting.values()) resolve(outcome);
    this.waiting.clear();
  }
}
