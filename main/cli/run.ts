import { version } from '../../package.json';
import type { ErrorCode, Progress } from '../../shared/contract/outcome';
import { createEngine } from '../engine/engine';
import { type ParsedArguments, parseArguments, WrongArguments } from './arguments';
import { type Command, type CommandContext, EngineFailure } from './command';
import { harmless } from './display-width';
import { jsonParts } from './json-parts';
import { commands } from './registry';
import { showText } from './text-table';

/** An error in the program itself (EX_SOFTWARE of sysexits.h): none of the promised four. */
const internalError = 70;

/** Failures that mean the case file cannot be used: exit status 3. */
const caseFailures: ReadonlySet<ErrorCode> = new Set([
  'not-a-case',
  'newer-version',
  'locked',
  'damaged',
  'key-missing',
  'no-case',
  'disk-full',
  'unreadable',
]);

export interface Streams {
  /** Writes to stdout as it is, without a line end of its own. */
  out(text: string): void;
  /** Writes a line to stderr. */
  err(text: string): void;
  /** Shows how far the work is, in place of what was shown before; only where a person looks at stderr. */
  progress?(text: string): void;
  /** Width of the terminal that stdout is; without it nothing limits a line. */
  readonly columns?: number;
}

/** Runs one command line and returns its exit status: 0, 1, 2 or 3 as the command line's promises say. */
export async function runCommandLine(words: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = words;
  if (name === 'help' && rest.includes('--json')) return printHelpAsJson(rest, streams);
  if (name === undefined) {
    streams.err(`Say which command.\n\n${help()}`);
    return 2;
  }
  if (name === '--version') {
    streams.out(`whereabouts ${version}\n`);
    return 0;
  }
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  if (isHelp && rest.length === 0) {
    streams.out(`${help()}\n`);
    return 0;
  }
  const wanted = isHelp ? rest[0] : name;
  const command = commands.find((c) => c.name === wanted);
  if (!command) {
    streams.err(harmless(`There is no command "${wanted}".\n\n${help()}`));
    return 2;
  }
  if (isHelp) {
    streams.out(`${usageOf(command)}\n`);
    return 0;
  }
  const engine = createEngine();
  try {
    const args = parseArguments(rest, ['json', 'help', ...(command.flags ?? [])], command.options ?? {});
    if (args.flags.has('help')) {
      streams.out(`${usageOf(command)}\n`);
      return 0;
    }
    refuseSurplus(args, command);
    const call: CommandContext['call'] = async (method, methodArgs) => {
      const outcome = await engine.call(method, methodArgs, { progress: progressLine(streams) });
      if (!outcome.ok) throw new EngineFailure(outcome.error);
      return outcome.value as never;
    };
    const result = await command.run({
      args,
      call,
      async openCase(path) {
        if (path === undefined) throw new WrongArguments(`${name} needs a CASE.`);
        await call('case.open', { path });
      },
      say: (text) => streams.err(harmless(text)),
    });
    if (args.flags.has('json')) for (const part of jsonParts(result.json)) streams.out(part);
    else streams.out(`${showText(result.text, streams.columns ?? null)}\n`);
    return result.exitCode ?? 0;
  } catch (error) {
    return report(error, command, streams);
  } finally {
    engine.close();
  }
}

/** `help --json`: all commands, or the one that is named. */
function printHelpAsJson(words: readonly string[], streams: Streams): number {
  const [wanted] = words.filter((word) => word !== '--json');
  const named = commands.filter((command) => wanted === undefined || command.name === wanted);
  if (named.length === 0) {
    streams.err(harmless(`There is no command "${wanted}".\n\n${help()}`));
    return 2;
  }
  const rows = named.map(({ name, usage, summary }) => ({ name, usage, summary }));
  streams.out(`${JSON.stringify(rows, null, 2)}\n`);
  return 0;
}

function report(error: unknown, command: Command, streams: Streams): number {
  if (error instanceof WrongArguments) {
    streams.err(harmless(`${error.message}\n\n${usageOf(command)}`));
    return 2;
  }
  if (error instanceof EngineFailure) {
    const { code, message, detail } = error.failure;
    streams.err(harmless(message));
    if (code === 'internal' && typeof detail === 'string') streams.err(detail);
    return caseFailures.has(code) ? 3 : code === 'internal' ? internalError : 2;
  }
  streams.err(
    `An error in the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return internalError;
}

/** A word too many is a mistake somewhere: a name without its quotes, a missing option. */
function refuseSurplus({ positional }: ParsedArguments, command: Command): void {
  const surplus = positional[command.mostWords ?? 1];
  if (surplus !== undefined)
    throw new WrongArguments(`"${surplus}" is a word too many. Put quotes around a name that has spaces.`);
  if (positional.includes(''))
    throw new WrongArguments('A word is empty. Check the variables of your script.');
}

/** Progress for a person at a terminal; scripts get none of it. */
function progressLine(streams: Streams): (progress: Progress) => void {
  return ({ label, done, total, secondsLeft }) => {
    const share = total ? `${Math.round((done / total) * 100)} %` : `${done}`;
    const left = secondsLeft === null ? '' : `  ${Math.ceil(secondsLeft)} s left`;
    streams.progress?.(harmless(`${share}  ${label}${left}`));
  };
}

const usageOf = (command: Command): string =>
  `whereabouts ${command.name} ${command.usage}\n\n${command.summary}`;

function help(): string {
  const width = Math.max(...commands.map((c) => c.name.length));
  return [
    'whereabouts COMMAND …   (every command takes --json and --help)',
    'whereabouts help [COMMAND] | --version',
    '',
    ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.usage}\n  ${' '.repeat(width)}  ${c.summary}`),
  ].join('\n');
}
