import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { patternTable } from '../pattern-table';
import { table } from '../text-table';

export const whyCommand: Command = {
  name: 'why',
  usage: 'CASE --flow "A > B"',
  summary:
    'What the lost messages of a flow share against those that arrived, since when, who answers for it and what stands beside it; never a cause.',
  options: { flow: 1 },
  async run({ args, call, openCase, say }) {
    const flow = optionOf(args, 'flow');
    if (flow === undefined) throw new WrongArguments('why needs --flow "A > B".');
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    const answer = await call('losses.why', { flow });
    const { accountable, controls, entries } = await call('losses.beside', { flow });
    for (const note of answer.notes) say(note);
    const wide = answer.spells[0]?.began;
    return {
      json: { ...answer, accountable, controls, beside: entries },
      text: [
        answer.onset
          ? `Losses of ${answer.flow} began between ${answer.onset.earliest} and ${answer.onset.latest}.`
          : wide
            ? `Losses of ${answer.flow} began some time between ${wide.earliest} and ${wide.latest}; too few were lost to say more.`
            : `No onset of losses stands out in ${answer.flow}.`,
        patternTable(answer.patterns, 'Goes with'),
        `Answers for it: ${accountable.join('; ')}`,
        table(
          ['At', 'Control', 'State'],
          controls.map((one) => [one.subject, one.control, one.state]),
        ),
        table(
          ['Beside it', 'Until', 'Kind', 'Subject', 'Text'],
          entries.map((one) => [one.at, one.until, one.kind, one.subject, one.text]),
        ),
      ],
    };
  },
};
