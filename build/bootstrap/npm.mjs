import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How to run npm from here: `[command, ...arguments]`, without a shell. */
export function npmCommand() {
  const besideNode = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const belowPrefix = join(
    dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const script = [process.env.npm_execpath, besideNode, belowPrefix].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  return script ? [process.execPath, script] : ['npm'];
}

/** npm tries three times; a network that is not there is to be noticed in half a minute, not in four. */
export const npmPatience = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
