import type { CoverageCorrection } from '../../../shared/contract/reconcile-methods';
import { optionOf, WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';
import { timeOf } from '../moment';
import { idOf, oneGiven, personOf, personOptions } from '../person';
import { table } from '../text-table';

export const coverageCommand: Command = {
  name: 'coverage',
  usage:
    'CASE [--covered SYSTEM --from T --to T | --missing SYSTEM --from T --to T | --retract N] [--reason R] [--author N]',
  summary:
    'In which times each system’s log is known to have been written: what every verdict rests on. A person can say that a time is covered, or that the log of it is missing.',
  options: { covered: 1, missing: 1, retract: 1, from: 1, to: 1, ...personOptions },
  async run(context) {
    const { args, call, openCase } = context;
    await openCase(args.positional[0]);
    await correct(context);
    const rows = await call('coverage.list', {});
    return {
      json: rows,
      text: table(
        ['System', 'Lines', 'From', 'To', 'Gaps', 'Stated', 'Rule', 'Confidence'],
        rows.map((r) => [
          r.system,
          r.lines,
          r.from,
          r.to,
          r.gaps.map((g) => `${g.from} to ${g.to}`).join('; '),
          r.corrections.map(stated).join('; '),
          r.rule,
          r.confidence,
        ]),
      ),
    };
  },
};

const stated = ({ from, to, isCovered, author, reason }: CoverageCorrection): string =>
  `${from} to ${to} ${isCovered ? 'covered' : 'not covered'} (${author}: ${reason})`;

async function correct({ args, call }: CommandContext): Promise<void> {
  const covered = optionOf(args, 'covered');
  const missing = optionOf(args, 'missing');
  const retract = idOf(args, 'retract');
  if (!oneGiven({ covered, missing, retract })) return;
  const why = personOf(args);
  if (retract !== undefined) {
    await call('coverage.retract', { id: retract, ...why });
    return;
  }
  const { from, to } = timeOf(args);
  if (from === undefined || to === undefined)
    throw new WrongArguments(
      'Give both ends of the time: --from 2023-03-01T00:00:00Z --to 2023-03-02T00:00:00Z.',
    );
  const system = covered ?? missing ?? '';
  await call('coverage.correct', { system, from, to, isCovered: covered !== undefined, ...why });
}
