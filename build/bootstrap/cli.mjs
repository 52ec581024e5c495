// `npm run -s cli -- …`: brings the checkout up to date, then runs the command line in this very process.
import { pathToFileURL } from 'node:url';
import { bundlePath } from './bundles.mjs';
import { command, setUpEngine } from './setup.mjs';

await command(async () => {
  await setUpEngine('cli');
  await import(pathToFileURL(bundlePath('cli/cli.js')).href);
});
