// The steps of `npm run check` and `npm test`. Each runs to its end whatever the others found.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePath } from './bundles.mjs';
import { cache, modules, root } from './paths.mjs';
import { say } from './say.mjs';

function run(script, args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function step(title, script, args) {
  say(`\n— ${title}`);
  return { title, ok: await run(script, args) };
}

/**
 * One run of vitest: `{ title, ok, passed, failed, skipped }`. A run that ended without a report counts as
 * one failure.
 */
async function testRun(title, name, config, filters, env) {
  say(`\n— ${title}`);
  const report = join(cache, 'test-results', `${name}.json`);
  rmSync(report, { force: true });
  const ok = await run(
    join(modules, 'vitest', 'vitest.mjs'),
    ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    // A golden file that is missing is a failure here, not a file to be written.
    { CI: '1', ...env },
  );
  return { title, ok, ...counts(report, ok) };
}

function counts(report, ok) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that could not even be loaded has no test to count.
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + unloaded;
    return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1), skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Format, lint, layers, types, unit tests. */
export async function runChecks() {
  return [
    await step('format and lint', join(modules, '@biomejs', 'biome', 'bin', 'biome'), [
      'check',
      '--config-path=build',
      '--error-on-warnings',
    ]),
    await step('layers and suppressions', bundlePath('checks/checks.js'), []),
    await step('types', join(modules, 'typescript', 'bin', 'tsc'), ['-b']),
    await testRun('unit tests', 'unit', 'build/vitest.config.ts', [], {}),
  ];
}

/** The end-to-end tests on the real Electron. */
export function runEndToEnd(filters, env) {
  return testRun('end-to-end tests', 'e2e', 'build/e2e/vitest.e2e.config.ts', filters, env);
}
