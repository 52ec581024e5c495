// `npm run check`: format, lint, layer rules, types and unit tests.
import { say } from './say.mjs';
import { command, setUpEngine } from './setup.mjs';
import { runChecks } from './test-steps.mjs';

await command(async () => {
  await setUpEngine('checks', 'cli');
  const results = await runChecks();
  say(results.map((result) => `${result.ok ? 'ok    ' : 'FAILED'}  ${result.title}`).join('\n'));
  if (results.some((result) => !result.ok)) process.exitCode = 1;
});
