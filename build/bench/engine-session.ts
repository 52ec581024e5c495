import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../main/engine/engine';
import { runMeasured } from './measure-process';

/** One call of the contract, made `times` times in a row. */
export interface SessionCall {
  readonly method: string;
  readonly args: unknown;
  readonly times?: number;
}

export interface SessionAnswer {
  readonly milliseconds: readonly number[];
  /** Of the last time. */
  readonly value: unknown;
}

/**
 * Opens a case in a process of its own and makes the calls there, as the app's engine process does: what
 * starting a program takes is left out.
 */
export async function engineSession(
  folder: string,
  casePath: string,
  calls: readonly SessionCall[],
): Promise<{ readonly answers: readonly SessionAnswer[]; readonly peakMegabytes: number | null }> {
  const script = join(folder, 'session.json');
  writeFileSync(script, JSON.stringify({ casePath, calls }));
  const self = fileURLToPath(import.meta.url);
  const run = await runMeasured(folder, process.execPath, [self, '--session', script]);
  if (run.status !== 0) throw new Error(run.stderr.trim().split('\n')[0]);
  return { answers: JSON.parse(run.stdout) as readonly SessionAnswer[], peakMegabytes: run.peakMegabytes };
}

/** The other end: runs in the child process. */
export async function runSession(script: {
  readonly casePath: string;
  readonly calls: readonly SessionCall[];
}): Promise<readonly SessionAnswer[]> {
  const engine = createEngine();
  const call = async (method: string, args: unknown): Promise<SessionAnswer> => {
    const started = performance.now();
    const outcome = await engine.call(method, args);
    if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`);
    return { milliseconds: [performance.now() - started], value: outcome.value };
  };
  await call('case.open', { path: script.casePath });
  const answers: SessionAnswer[] = [];
  for (const { method, args, times = 1 } of script.calls) {
    const milliseconds: number[] = [];
    let value: unknown;
    for (let time = 0; time < times; time++) {
      const answer = await call(method, args);
      milliseconds.push(...answer.milliseconds);
      value = answer.value;
    }
    answers.push({ milliseconds, value });
  }
  engine.close();
  return answers;
}
