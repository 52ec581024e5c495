import { runCommandLine } from './run';

// The command line's entry: everything it does is in run.ts, so that tests can do it too.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
