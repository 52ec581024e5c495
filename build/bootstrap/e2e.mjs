// `npm run e2e [-- filter]`: only the end-to-end tests.
import { prepareEndToEnd } from './e2e-setup.mjs';
import { command } from './setup.mjs';
import { runEndToEnd } from './test-steps.mjs';

await command(async () => {
  const filters = process.argv.slice(2);
  const prepared = await prepareEndToEnd(filters);
  const result = await runEndToEnd(filters, prepared.env);
  prepared.stop();
  if (!result.ok) process.exitCode = 1;
});
