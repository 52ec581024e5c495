import { userInfo } from 'node:os';
import { optionOf, type ParsedArguments, WrongArguments } from './arguments';

/** What commands take that keep a person's word: `--reason`, and `--author` where it is not the user of the machine. */
export const personOptions = { reason: 1, author: 1 } as const;

/** Who says it, and why: kept in the case beside what is said. */
export function personOf(args: ParsedArguments): { readonly author: string; readonly reason: string } {
  const reason = optionOf(args, 'reason')?.trim();
  if (reason === undefined || reason === '')
    throw new WrongArguments('Say why with --reason "...": it is kept in the case beside the statement.');
  return { author: optionOf(args, 'author') ?? userInfo().username, reason };
}

/** A number that names something in the case, as an option gives it. */
export function idOf(args: ParsedArguments, name: string): number | undefined {
  const text = optionOf(args, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new WrongArguments(`--${name} takes the number of a row, not "${text}".`);
  return Number(text);
}

/** True where exactly one of them was given; more than one is refused. */
export function oneGiven(choices: Readonly<Record<string, unknown>>): boolean {
  const given = Object.entries(choices).filter(([, value]) => value !== undefined && value !== false);
  if (given.length > 1)
    throw new WrongArguments(
      `Give one of ${Object.keys(choices)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    );
  return given.length === 1;
}
