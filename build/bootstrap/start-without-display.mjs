import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlePath, shown } from './bundles.mjs';
import { filesBelow, isFresh, recordInputs } from './freshness.mjs';
import { root } from './paths.mjs';
import { SetupError, say } from './say.mjs';

const folder = join(root, 'dist', 'sample');

function cli(...args) {
  const { status } = spawnSync(process.execPath, [bundlePath('cli/cli.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // 1 is said by a command that did its work and found something wrong in what it read.
  if (status !== 0 && status !== 1) throw new SetupError(`"${args[0]}" ended with code ${status}.`);
}

/** Whether this version of the command line has a command. */
function hasCommand(name) {
  const { stdout } = spawnSync(process.execPath, [bundlePath('cli/cli.js'), '--help'], { encoding: 'utf8' });
  return new RegExp(`^ *${name} `, 'm').test(stdout);
}

/** Made anew only when the sample's files changed. */
function makeCase(casePath, files) {
  const recordPath = join(folder, '.inputs.json');
  const inputs = filesBelow(relative(root, files));
  if (existsSync(casePath) && isFresh(recordPath, inputs.join('\n'))) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cli('new', casePath, '--title', 'Sample case');
  cli('import', casePath, files);
  recordInputs(recordPath, inputs.join('\n'), inputs);
}

/** The app's job in print: the sample case, its map and findings, and the map as a picture in three formats. */
export async function startWithoutDisplay(files) {
  if (files === undefined || !existsSync(bundlePath('cli/cli.js'))) {
    throw new SetupError('There is no display, and the command line or the sample is missing.');
  }
  say('There is no display: the sample case is built and printed instead of shown.');
  const casePath = join(folder, 'sample.whereabouts');
  makeCase(casePath, files);
  say('\nMap');
  cli('map', casePath);
  if (hasCommand('findings')) {
    say('\nFindings');
    cli('findings', casePath);
  }
  const pictures = ['svg', 'png', 'pdf'].map((format) => join(folder, `map.${format}`));
  for (const picture of pictures) cli('export', casePath, '-o', picture);
  say(`\nThe case is ${shown(casePath)}, its map ${pictures.map(shown).join(', ')}.`);
  say(
    'Ask it more with: npm run -s cli -- <command> <case>, or open the window on a machine with a display.',
  );
}
