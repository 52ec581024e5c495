import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { patternTable } from '../pattern-table';

export const whyCommand: Command = {
  name: 'why',
  usage: 'CASE --flow "A > B"',
  summary:
    'What the lost messages of a flow share against those that arrived, and since when; never a cause.',
  options: { flow: 1 },
  async run({ args, call, openCase, say }) {
    const flow = optionOf(args, 'flow');
    if (flow === undefined) throw new WrongArguments('why needs --flow "A > B".');
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    const answer = await call('losses.why', { flow });
    for (const note of answer.notes) say(note);
    return {
      json: answer,
      text: [
        answer.onset
          ? `Losses of ${answer.flow} began between ${answer.onset.earliest} and ${answer.onset.latest}.`
          : `No onset of losses stands out in ${answer.flow}.`,
        patternTable(answer.patterns, 'Goes with'),
      ],
    };
  },
};
