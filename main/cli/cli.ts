import { refuseNetwork } from '../engine/refuse-network';
import { runCommandLine } from './run';
import { terminalStreams } from './terminal-streams';

// The command line's entry: everything it does is in run.ts, so that tests can do it too.
refuseNetwork();
process.exitCode = await runCommandLine(process.argv.slice(2), terminalStreams());
