import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

export const journeysCommand: Command = {
  name: 'journeys',
  usage: 'CASE [--source FILE] [--lifecycle TRANSITION] [--by-system] [--variants N]',
  summary: 'The directly-follows graph of the records’ events, with counts and median times.',
  flags: ['by-system'],
  options: { source: 1, lifecycle: 1, variants: 1 },
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    const source = optionOf(args, 'source');
    const lifecycle = optionOf(args, 'lifecycle');
    const variants = optionOf(args, 'variants');
    if (variants !== undefined && !/^[1-9]\d{0,4}$/.test(variants))
      throw new WrongArguments('--variants needs a number from 1 to 99999.');
    const answer = await call('journeys.graph', {
      ...(source === undefined ? {} : { source }),
      ...(lifecycle === undefined ? {} : { lifecycle }),
      ...(variants === undefined ? {} : { variants: Number(variants) }),
      ...(args.flags.has('by-system') ? { bySystem: true } : {}),
    });
    return {
      json: answer,
      text: [
        `${answer.records.toLocaleString('en-GB')} records, ${answer.events.toLocaleString('en-GB')} events, ${answer.variants.toLocaleString('en-GB')} variants`,
        table(
          ['Step', 'Events', 'Records', 'Starts', 'Ends'],
          answer.steps.map((s) => [
            s.name,
            s.events,
            s.records,
            answer.starts[s.name] ?? 0,
            answer.ends[s.name] ?? 0,
          ]),
        ),
        table(
          ['From', 'To', 'Count', 'Median seconds'],
          answer.follows.map((f) => [f.from, f.to, f.count, f.medianSeconds]),
        ),
        table(
          ['Records', 'Variant'],
          answer.topVariants.map((v) => [v.records, v.steps.join(' > ')]),
        ),
      ],
    };
  },
};
