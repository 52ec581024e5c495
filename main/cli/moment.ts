import { optionOf, type ParsedArguments, WrongArguments } from './arguments';

/** An option that is a moment: an ISO date, or date and time; without an offset it is UTC. */
export function momentOf(args: ParsedArguments, name: string): string | undefined {
  const text = optionOf(args, name);
  if (text === undefined) return undefined;
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const hasTime = /[T ]\d{2}:\d{2}/.test(text);
  const time = Date.parse(hasTime && !hasOffset ? `${text.replace(' ', 'T')}Z` : text);
  if (Number.isNaN(time))
    throw new WrongArguments(
      `--${name} ${text} is no moment. Write it as 2023-03-01 or 2023-03-01T12:00:00Z.`,
    );
  return new Date(time).toISOString();
}
