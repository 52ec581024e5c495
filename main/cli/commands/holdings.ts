import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { patternTable } from '../pattern-table';
import { table } from '../text-table';

export const holdingsCommand: Command = {
  name: 'holdings',
  usage: 'CASE --between A B [--dataset D] [--why]',
  summary:
    'What two systems hold of one dataset: in both, only here, only there, held twice, changed on the way.',
  flags: ['why'],
  options: { between: 2, dataset: 1 },
  async run({ args, call, openCase, say }) {
    const [a, b] = args.values.get('between') ?? [];
    if (a === undefined || b === undefined) throw new WrongArguments('holdings needs --between A B.');
    const dataset = optionOf(args, 'dataset');
    await openCase(args.positional[0]);
    const answer = await call('records.holdings', {
      a,
      b,
      limit: 10_000_000,
      ...(dataset === undefined ? {} : { dataset }),
      ...(args.flags.has('why') ? { why: true } : {}),
    });
    for (const note of answer.notes) say(note);
    return {
      json: answer,
      text: [
        table(
          ['', answer.a, answer.b],
          [
            ['Records', answer.inA, answer.inB],
            ['In both', answer.inBoth, answer.inBoth],
            ['Only here', answer.onlyACount, answer.onlyBCount],
            ['Held twice', answer.duplicatedA, answer.duplicatedB],
          ],
        ),
        table(
          ['Changed field', 'Kind', 'Records', 'Example'],
          answer.changed.map((c) => [
            c.field,
            c.kind,
            c.count,
            c.examples[0] ? `${c.examples[0].a} → ${c.examples[0].b}` : null,
          ]),
        ),
        ...(answer.patterns ? [patternTable(answer.patterns, `Only in ${answer.a}: goes with`)] : []),
        table(
          [`Only in ${answer.a}`],
          answer.onlyA.map((r) => [r]),
        ),
        table(
          [`Only in ${answer.b}`],
          answer.onlyB.map((r) => [r]),
        ),
      ],
    };
  },
};
