import { resolve } from 'node:path';
import type { Command } from '../command';
import { table } from '../text-table';

export const compareCommand: Command = {
  name: 'compare',
  usage: 'CASE [OTHER]',
  summary: 'What two cases say differently; with one case, what is live against what is planned.',
  mostWords: 2,
  async run({ args, call, openCase }) {
    const [path, other] = args.positional;
    await openCase(path);
    const answer = await call('compare.cases', other === undefined ? {} : { other: resolve(other) });
    return {
      json: answer,
      text: table(
        ['Change', 'Kind', 'Name', 'Field', answer.before, answer.after],
        answer.differences.map((d) => [d.change, d.kind, d.name, d.field, d.before, d.after]),
      ),
    };
  },
};
