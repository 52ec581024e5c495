import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { Failure } from '../../shared/contract/outcome';
import type { ParsedArguments } from './arguments';
import type { Text } from './text-table';

/** A failure that the engine expects, on its way through a command. */
export class EngineFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** What a command is given: its words, and the engine. */
export interface CommandContext {
  readonly args: ParsedArguments;
  /** Calls the engine; a failure is thrown as `EngineFailure` and ends the command. */
  call<M extends MethodName>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>>;
  /** Opens the case named on the command line. */
  openCase(path: string | undefined): Promise<void>;
  /** A line for people, on stderr. */
  say(text: string): void;
}

export interface CommandResult {
  /** What `--json` prints: one document. */
  readonly json: unknown;
  /** What is printed without it. */
  readonly text: Text;
  /** 1 when the command found what it looks for to be wrong. */
  readonly exitCode?: 0 | 1;
}

/** One command a file; registry.ts is the only list. */
export interface Command {
  readonly name: string;
  /** Words after the name, for the help: "CASE PATH... [--as IMPORTER]". */
  readonly usage: string;
  readonly summary: string;
  /** Most words that are no option: the case and what is asked of it. One, unless said otherwise. */
  readonly mostWords?: number;
  readonly flags?: readonly string[];
  readonly options?: Readonly<Record<string, number>>;
  run(context: CommandContext): Promise<CommandResult>;
}
