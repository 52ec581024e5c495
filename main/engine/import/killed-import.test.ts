import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCase } from '../store/case-file';
import { type TemporaryCase, temporaryCase } from '../testing/temporary-case';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

const root = join(import.meta.dirname, '..', '..', '..');

/** The command line, bundled as it is shipped, to be killed in the middle of its work. */
async function bundleCommandLine(): Promise<string> {
  const outfile = join(root, '.cache', 'tests', 'killed-import', 'cli.js');
  await build({
    entryPoints: [join(root, 'main', 'cli', 'cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['better-sqlite3'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

const contents = (): unknown =>
  test.all(
    `SELECT (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM event) AS events,
       (SELECT count(*) FROM assertion) AS assertions, (SELECT count(*) FROM case_log) AS entries,
       (SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL) AS indexes`,
  );

it('leaves the case as it was when it is killed at any moment, alone with the case or not', async () => {
  await test.importText(
    'before.csv',
    'Timestamp,Logged by,Event,Peer,Message id\n2023-01-01T00:00:00Z,A,sent,B,m1\n',
  );
  const before = contents();
  const lines = ['Timestamp,Logged by,Event,Peer,Message id,NHS Number'];
  // Long enough in the writing that a busy machine, too, comes to the kill before the end.
  for (let i = 0; i < 500_000; i += 1) lines.push(`2023-01-01T00:00:00Z,A,sent,B,m${i},${i}`);
  const large = test.file('large.csv', lines.join('\n'));
  const cli = await bundleCommandLine();
  for (const bytesWritten of [0, 4_000_000]) {
    await killWhen(cli, large, bytesWritten);
    expect(contents()).toEqual(before);
  }
  const { path } = test.openCase;
  for (const bytesWritten of [4_000_000]) {
    test.openCase.db.close();
    await killWhen(cli, large, bytesWritten);
    test.openCase = openCase(path);
    expect(contents()).toEqual(before);
  }
  // What a killed import had staged beside the case goes with the next.
  await test.importText('after.csv', 'Timestamp,Logged by,Event\n2023-01-01T00:00:00Z,A,heartbeat\n');
  expect(readdirSync(test.folder).filter((name) => name.includes('staged'))).toEqual([]);
  const integrity = test.all('PRAGMA integrity_check');
  expect(integrity).toEqual([{ integrity_check: 'ok' }]);
}, 120_000);

/** Starts an import and kills it as soon as the case and its journal have grown by so many bytes. */
async function killWhen(cli: string, file: string, bytesWritten: number): Promise<void> {
  const { statSync } = await import('node:fs');
  const { path } = test.openCase;
  const sizeOf = (name: string): number => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  const size = (): number => sizeOf(path) + sizeOf(`${path}-wal`);
  const start = size();
  const child = spawn(process.execPath, [cli, 'import', test.openCase.path, file], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) =>
    child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL')),
  );
  const watch = setInterval(() => {
    if (size() - start > bytesWritten || (bytesWritten === 0 && child.pid !== undefined))
      child.kill('SIGKILL');
  }, 2);
  const wasKilled = await ended;
  clearInterval(watch);
  // Had it finished first, the test would have shown nothing.
  expect(wasKilled).toBe(true);
}
