import { closeSpareReader, prepareReader } from '../engine/import/reader-thread';
import { refuseNetwork } from '../engine/refuse-network';
import { terminalStreams } from './terminal-streams';

// The command line's entry: everything it does is in run.ts, so that tests can do it too. A thread that reads
// a large file starts while the rest is loaded.
refuseNetwork();
const words = process.argv.slice(2);
if (words[0] === 'import') prepareReader(words.slice(2));
const { runCommandLine } = await import('./run');
try {
  process.exitCode = await runCommandLine(words, terminalStreams());
} finally {
  await closeSpareReader();
}
