import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProcessRun, runMeasured } from './measure-process';

/** The command line's bundle lies beside the bench's own. */
const bundle = fileURLToPath(new URL('../cli/cli.js', import.meta.url));

/** The answer of one command with --json, and what it took. Throws with the command's own words where it fails. */
export async function runCommand(
  folder: string,
  args: readonly string[],
): Promise<{ readonly answer: unknown; readonly run: ProcessRun }> {
  if (!existsSync(bundle)) throw new Error(`the command line has not been built: ${bundle}`);
  const run = await runMeasured(folder, process.execPath, [bundle, ...args, '--json']);
  if (run.status !== 0)
    throw new Error(
      `whereabouts ${args.join(' ')} ended with ${run.status}: ${run.stderr.trim().split('\n')[0]}`,
    );
  return { answer: JSON.parse(run.stdout) as unknown, run };
}

/** Where a run keeps the keys of its cases: not in the person's own folder. */
export const keysIn = (folder: string): string => join(folder, 'keys');

/** A new case file in the run's folder; one of the same name is removed. */
export async function newCase(folder: string, name: string, ...more: readonly string[]): Promise<string> {
  const path = join(folder, `${name}.whereabouts`);
  removeCase(path);
  await runCommand(folder, ['new', path, ...more]);
  return path;
}

export function removeCase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}
