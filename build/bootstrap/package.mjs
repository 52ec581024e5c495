// `npm run package [-- --dir]`: installers for this platform in dist/, or only the unpacked folder.
import { join } from 'node:path';
import { shown } from './bundles.mjs';
import { pack, packedExecutable } from './pack.mjs';
import { root } from './paths.mjs';
import { ensureSampleFiles } from './sample.mjs';
import { say } from './say.mjs';
import { command, setUpApp } from './setup.mjs';

await command(async () => {
  const runtime = await setUpApp('sample');
  ensureSampleFiles();
  const folder = join(root, 'dist');
  const isForUsers = runtime.kind !== 'fallback';
  if (!isForUsers) {
    say(
      'This runtime is for development and tests: only the unpacked app is built, and it is not for users.',
    );
  }
  const onlyFolder = !isForUsers || process.argv.includes('--dir');
  const made = await pack({ runtime, folder, isTestBuild: false, onlyFolder });
  for (const file of onlyFolder ? [packedExecutable(folder)] : made) say(`made ${shown(file)}`);
});
