// Two commands started at once in one checkout must not install or compile over each other.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readIfThere } from './files.mjs';
import { cache } from './paths.mjs';
import { say } from './say.mjs';

const lockPath = join(cache, 'setup.lock');
let depth = 0;

/** A program that the holder runs holds the lock too: it may outlive a holder that was killed. */
export function shareLockWith(pid) {
  if (depth > 0) writeFileSync(lockPath, `${process.pid} ${pid}`);
}

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

/** A living process that holds the lock, or undefined where an interrupted one left it. */
function holderOfLock() {
  return (readIfThere(lockPath) ?? '').split(' ').map(Number).find(isAlive);
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to somebody else.
    return error.code === 'EPERM';
  }
}
