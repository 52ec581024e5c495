// The entry of the packaged app's test build: the packaged app as it is, held until Playwright drives it. A second
// start that nobody drives is not held.
import { createRequire } from 'node:module';

if (process.argv.some((argument) => argument.startsWith('--remote-debugging-port=')))
  createRequire(import.meta.url)('./wait-for-driver.cjs');
await import('../app/main.js');
