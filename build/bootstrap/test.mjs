// `npm test`: the set-up, all checks, and the end-to-end tests on the real Electron.
import { prepareEndToEnd } from './e2e-setup.mjs';
import { say } from './say.mjs';
import { command, setUpEngine } from './setup.mjs';
import { runChecks, runEndToEnd } from './test-steps.mjs';

await command(async () => {
  await setUpEngine('checks', 'cli');
  const prepared = await prepareEndToEnd();
  const results = [...(await runChecks()), await runEndToEnd([], prepared.env)];
  prepared.stop();

  say('');
  for (const { ok, title, passed, skipped } of results) {
    const tests =
      passed === undefined ? '' : ` (${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''})`;
    say(`${ok ? 'ok    ' : 'FAILED'}  ${title}${tests}`);
  }
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  const passed = sum((result) => result.passed ?? 0);
  // A check that is no test counts only when it fails.
  const failed = sum((result) => result.failed ?? (result.ok ? 0 : 1));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
