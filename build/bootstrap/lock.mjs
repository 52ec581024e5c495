// Two commands started at once in one checkout must not install or compile over each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache } from './paths.mjs';
import { say } from './say.mjs';

const lockPath = join(cache, 'setup.lock');
let depth = 0;

/** Runs `step` while no other process of this checkout runs one. */
export async function alone(step) {
  if (depth === 0) await take();
  depth += 1;
  try {
    return await step();
  } finally {
    depth -= 1;
    if (depth === 0) rmSync(lockPath, { force: true });
  }
}

async function take() {
  mkdirSync(cache, { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lockPath, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOfLock();
    if (holder === undefined) rmSync(lockPath, { force: true });
    else {
      if (!told) say(`Another set-up is running in this checkout (process ${holder}); waiting for it.`);
      told = true;
      await wait(500);
    }
  }
}

/** The living process that holds the lock, or undefined where an interrupted one left it. */
function holderOfLock() {
  try {
    const pid = Number(readFileSync(lockPath, 'utf8'));
    if (!pid) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 'of another user' : undefined;
  }
}
