import { runCommandLine } from './run';

// The command line's entry: everything it does is in run.ts, so that tests can do it too.
// A reader that has seen enough (`| head`) closes the pipe: that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
});
