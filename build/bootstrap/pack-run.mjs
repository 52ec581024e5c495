// electron-builder in a process of its own: it takes over how its process ends. Its one argument is the JSON of
// what pack.mjs was asked for; its last line names what it made.
import { build } from 'electron-builder';
import { packageConfig } from '../electron-builder.config.mjs';
import { drawIcon } from './icon.mjs';
import { root } from './paths.mjs';

const { runtime, folder, isTestBuild, onlyFolder } = JSON.parse(process.argv[2]);
const made = await build({
  projectDir: root,
  config: packageConfig({ runtime, folder, icon: await drawIcon(), isTestBuild }),
  publish: 'never',
  ...(onlyFolder ? { dir: true } : {}),
});
console.log(JSON.stringify(made));
