// `npm run setup`: everything that the other commands would set up on their first run.
import { say } from './say.mjs';
import { command, setUpApp } from './setup.mjs';

await command(async () => {
  await setUpApp('cli', 'sample');
  say('All set up.');
});
