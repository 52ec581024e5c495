// The set-up that every command begins with. Each step looks first whether it has anything to do.
import { ensureBundles } from './bundles.mjs';
import { ensureNativeAddon, prebuildServes } from './native.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRenderer } from './renderer.mjs';
import { ensureRuntime } from './runtime.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const oldestNode = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupError(`Node ${process.versions.node} is too old: 20.19, 22 or 24 is needed.`);
}

/** For everything without a window: the packages, a database addon that this Node can load, the bundles. */
export async function setUpEngine(...groups) {
  checkNode();
  await ensurePackages();
  if (!prebuildServes(process.versions.napi)) await ensureNativeAddon();
  await ensureBundles(...groups);
}

/** For everything with a window; resolves to the Electron runtime. */
export async function setUpApp(...groups) {
  await setUpEngine('app', 'engine', ...groups);
  await ensureRenderer();
  await ensureSystemLibraries();
  const runtime = await ensureRuntime();
  if (!prebuildServes(runtime.nodeApi)) await ensureNativeAddon();
  return runtime;
}

/** What a checkout that cannot be written to means, or undefined for any other error. */
function causeOnDisk({ code, path }) {
  if (code === 'ENOSPC')
    return 'The disk is full. Make room, then run the same command again; it goes on from here.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path} cannot be written. Everything is set up inside the checkout: make it yours, or clone it again.`;
  return undefined;
}

/** Runs a command; what it cannot do is said in plain words, without a stack trace. */
export async function command(run) {
  try {
    await run();
  } catch (error) {
    const cause = error instanceof SetupError ? error.message : causeOnDisk(error);
    if (cause === undefined) throw error;
    say(cause);
    process.exitCode = 1;
  }
}
