import { optionOf, type ParsedArguments, WrongArguments } from './arguments';

const isoMoment =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** An option that is a moment: an ISO date, or date and time; without an offset it is UTC. */
function momentOf(args: ParsedArguments, name: string): string | undefined {
  const text = optionOf(args, name);
  if (text === undefined) return undefined;
  const found = isoMoment.exec(text.trim());
  const [, year, month, day, hour, , , offset] = found ?? [];
  // A parser of its own mind makes 2 March of 30 February.
  const isDay =
    found !== null &&
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  const iso = text.trim().replace(' ', 'T').replace(/\s+/g, '');
  const time = isDay ? Date.parse(hour !== undefined && offset === undefined ? `${iso}Z` : iso) : Number.NaN;
  if (Number.isNaN(time))
    throw new WrongArguments(
      `--${name} ${text} is no moment. Write it as 2023-03-01 or 2023-03-01T12:00:00Z.`,
    );
  return new Date(time).toISOString();
}

/** Both ends of a time, as --from and --to give them. */
export function timeOf(args: ParsedArguments): { readonly from?: string; readonly to?: string } {
  const from = momentOf(args, 'from');
  const to = momentOf(args, 'to');
  if (from !== undefined && to !== undefined && from > to)
    throw new WrongArguments(`--from ${from} is after --to ${to}: no time lies between them.`);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
