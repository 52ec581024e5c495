import { resolve } from 'node:path';
import type { Comparison } from '../../../shared/contract/analysis-methods';
import { type ParsedArguments, WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';
import { timeOf } from '../moment';
import { table } from '../text-table';

export const compareCommand: Command = {
  name: 'compare',
  usage: 'CASE [OTHER] | CASE --from T --to T [--known]',
  summary:
    'What two cases say differently; with one case, what is live against what is planned, or the case at two moments: by the dates that sources and logs give, or with --known by what it had been told.',
  mostWords: 2,
  options: { from: 1, to: 1 },
  flags: ['known'],
  async run({ args, call, openCase, say }) {
    const ask = questionOf(args);
    await openCase(args.positional[0]);
    const answer = await ask(call);
    for (const note of answer.notes) say(note);
    return {
      json: answer,
      text: table(
        ['Change', 'Kind', 'Name', 'Field', answer.before, answer.after],
        answer.differences.map((d) => [d.change, d.kind, d.name, d.field, d.before, d.after]),
      ),
    };
  },
};

function questionOf(args: ParsedArguments): (call: CommandContext['call']) => Promise<Comparison> {
  const other = args.positional[1];
  const { from, to } = timeOf(args);
  const isKnown = args.flags.has('known');
  if (from === undefined && to === undefined) {
    if (isKnown) throw new WrongArguments('--known needs two moments: --from T --to T.');
    return (call) => call('compare.cases', other === undefined ? {} : { other: resolve(other) });
  }
  if (from === undefined || to === undefined)
    throw new WrongArguments('Two moments are compared: give both --from T and --to T.');
  if (other !== undefined)
    throw new WrongArguments('Compare either two cases or two moments of one, not both at once.');
  return (call) => call('compare.moments', { from, to, by: isKnown ? 'knowledge' : 'dates' });
}
