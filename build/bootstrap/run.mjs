import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shareLockWith } from './lock.mjs';

/** Whoever ends the set-up ends what it runs, too. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with its output in a log file.
 * `signal` kills it. Resolves to `{ code, timedOut, output }`; never rejects for a program that fails.
 */
export function runLogged(command, args, { cwd, env, logPath, timeoutMs, onTick, signal }) {
  mkdirSync(dirname(logPath), { recursive: true });
  const log = openSync(logPath, 'w');
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', log, log] });
    if (child.pid !== undefined) shareLockWith(child.pid);
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(130);
    };
    for (const name of endings) process.once(name, stop);
    let timedOut = false;
    const tick = onTick && setInterval(onTick, 1_000);
    const limit =
      timeoutMs &&
      setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, timeoutMs);
    signal?.addEventListener('abort', () => child.kill('SIGKILL'));
    const finish = (code) => {
      for (const name of endings) process.removeListener(name, stop);
      clearInterval(tick);
      clearTimeout(limit);
      closeSync(log);
      resolve({ code, timedOut, output: readFileSync(logPath, 'utf8') });
    };
    child.once('error', () => finish(127));
    child.once('exit', (code) => finish(code ?? 1));
  });
}

/** The last lines of a log, for an error message. */
export function lastLines(output, count = 12) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
