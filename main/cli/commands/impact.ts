import { WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

export const impactCommand: Command = {
  name: 'impact',
  usage: 'CASE NAME [--fail]',
  summary: 'What is unavailable when a system, site or network fails, by which path, and what is shared.',
  flags: ['fail'],
  mostWords: 2,
  async run({ args, call, openCase, say }) {
    const [path, name] = args.positional;
    if (name === undefined)
      throw new WrongArguments('impact needs a CASE and the NAME of a system, site or network.');
    await openCase(path);
    const answer = await call('impact.of', { name, fail: args.flags.has('fail') });
    for (const note of answer.notes) say(note);
    return {
      json: answer,
      text: [
        `If ${answer.of} (${answer.kind}) fails, unavailable (not lost):`,
        table(
          ['Kind', 'Name', 'Owner', 'Because'],
          answer.unreachable.map((n) => [n.kind, n.name, n.owner, n.because]),
        ),
        table(
          ['Shared dependency', 'Kind', 'Sites', 'Systems', 'No way round'],
          answer.sharedDependencies.map((d) => [
            d.name,
            d.kind,
            d.sites.join(', '),
            d.systems.length,
            d.isSinglePointOfFailure ? 'yes' : 'no',
          ]),
        ),
      ],
    };
  },
};
