import type { ImpactRank } from '../../../shared/contract/analysis-methods';
import type { Command } from '../command';
import { table } from '../text-table';

export const impactCommand: Command = {
  name: 'impact',
  usage: 'CASE [NAME] [--fail]',
  summary:
    'What is unavailable when a system, site or network fails, by which path, and what is shared; without NAME, what most depends on.',
  flags: ['fail'],
  mostWords: 2,
  async run({ args, call, openCase, say }) {
    const [path, name] = args.positional;
    await openCase(path);
    if (name === undefined) {
      const ranking = await call('impact.ranking', {});
      return { json: ranking, text: rankingText(ranking) };
    }
    const answer = await call('impact.of', { name, fail: args.flags.has('fail') });
    for (const note of answer.notes) say(note);
    return {
      json: answer,
      text: [
        `If ${answer.of} (${answer.kind}) fails, unavailable (not lost):`,
        table(
          ['Kind', 'Name', 'Owner', 'Because'],
          answer.unreachable.map((n) => [n.kind, n.name, n.owner ?? n.ownerState, n.because]),
        ),
        'Goes on, and gets nothing new:',
        table(
          ['Kind', 'Name', 'Owner', 'Because'],
          answer.degraded.map((n) => [n.kind, n.name, n.owner ?? n.ownerState, n.because]),
        ),
        'What several sites need, and what every way passes through:',
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
        'To reconcile afterwards:',
        table(
          ['Flow', 'Sent per day', 'By'],
          answer.backlog.map((one) => [one.flow, one.sentPerDay, one.basis]),
        ),
      ],
    };
  },
};

const rankingText = (ranking: readonly ImpactRank[]) => [
  'What takes the most along when it fails; single points of failure first:',
  table(
    ['Name', 'Kind', 'Systems that stop', 'Flows that stop', 'Systems supplied', 'No way round'],
    ranking.map((one) => [
      one.name,
      one.kind,
      one.stops,
      one.flows,
      one.supplies,
      one.isSinglePointOfFailure ? 'yes' : '',
    ]),
  ),
];
