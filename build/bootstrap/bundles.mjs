// Node's side of the product as bundles in .cache/out. Each lies exactly one folder below it, so that the
// files needed at run time are at `../assets` from every bundle's own address.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { sha256, writeWhole } from './files.mjs';
import { filesBelow, isFresh, recordInputs } from './freshness.mjs';
import { packagesStamp } from './packages.mjs';
import { modules, out, root } from './paths.mjs';
import { SetupError, say } from './say.mjs';

const entries = {
  app: [
    { source: 'main/app/main.ts', target: 'app/main.js' },
    { source: 'main/app/preload.ts', target: 'app/preload.cjs', format: 'cjs' },
  ],
  engine: [{ source: 'main/app/engine-process.ts', target: 'engine/engine-process.js' }],
  cli: [{ source: 'main/cli/cli.ts', target: 'cli/cli.js' }],
  sample: [{ source: 'build/sample/generate.ts', target: 'sample/generate.js' }],
  checks: [{ source: 'build/check-source.ts', target: 'checks/checks.js' }],
  bench: [{ source: 'build/bench/index.ts', target: 'bench/index.js' }],
};

const assets = [
  '@resvg/resvg-wasm/index_bg.wasm',
  ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map(
    (weight) => `@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`,
  ),
];

function workers() {
  return filesBelow('main', (name) => name.endsWith('.worker.ts')).map((source) => ({
    source,
    target: `workers/${basename(source, '.worker.ts')}.js`,
  }));
}

/**
 * Builds the named groups (app, engine, cli, sample, bench), and the workers and assets that all of them
 * use, where their sources changed. Groups whose source is not there are left out.
 */
export async function ensureBundles(...groups) {
  copyAssets();
  const recipe = sha256(packagesStamp(), readFileSync(new URL(import.meta.url)));
  const wanted = [...groups.flatMap((group) => entries[group]), ...workers()];
  const stale = wanted.filter(
    ({ source, target }) => existsSync(join(root, source)) && !isFresh(recordOf(target), recipe),
  );
  if (stale.length === 0) return;
  say(`Building ${stale.map(({ target }) => target).join(', ')}.`);
  const { build } = await import('esbuild');
  await Promise.all(stale.map((entry) => bundle(build, entry, recipe)));
}

/** The path of a group's bundle, which `ensureBundles` has built. */
export function bundlePath(target) {
  return join(out, target);
}

function recordOf(target) {
  return join(out, dirname(target), `.${basename(target)}.inputs.json`);
}

async function bundle(build, { source, target, format = 'esm' }, recipe) {
  const name = basename(target, extname(target));
  const result = await build({
    entryPoints: [join(root, source)],
    outdir: join(out, dirname(target)),
    entryNames: name,
    // What is imported on demand lies beside the bundle, so that `../assets` is the same from there.
    chunkNames: `${name}-[hash]`,
    outExtension: { '.js': extname(target) },
    splitting: format === 'esm',
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format,
    external: ['better-sqlite3', 'electron'],
    // Packages written for CommonJS call `require`, which a module has not got.
    banner:
      format === 'esm'
        ? {
            js: "import { createRequire as createRequireOfBundle } from 'node:module'; globalThis.require ??= createRequireOfBundle(import.meta.url);",
          }
        : {},
    loader: { '.sql': 'text' },
    logLevel: 'silent',
  }).catch((error) => {
    const lines = (error.errors ?? []).map(
      ({ text, location }) => `  ${location ? `${location.file}:${location.line}: ` : ''}${text}`,
    );
    throw new SetupError(`${source} cannot be built:\n${lines.join('\n') || error.message}`);
  });
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  removeFormerParts(dirname(join(out, target)), name, result.outputFiles);
  const inputs = Object.keys(result.metafile.inputs).filter((path) => !path.includes('node_modules/'));
  recordInputs(recordOf(target), recipe, inputs);
}

/** Parts of a former build, which nothing imports any more. */
function removeFormerParts(folder, name, files) {
  const current = new Set(files.map(({ path }) => basename(path)));
  const isPart = new RegExp(`^${name}-[A-Z0-9]{8}\\.js$`);
  for (const found of readdirSync(folder))
    if (isPart.test(found) && !current.has(found)) rmSync(join(folder, found));
}

function copyAssets() {
  for (const asset of assets) {
    const target = join(out, 'assets', basename(asset));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(modules, asset), target);
  }
}

/** A path as it is said to a person: relative to the folder they are in. */
export function shown(path) {
  return relative(process.cwd(), path) || '.';
}
