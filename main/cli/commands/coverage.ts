import type { CoverageCorrection } from '../../../shared/contract/reconcile-methods';
import type { Command } from '../command';
import { table } from '../text-table';

export const coverageCommand: Command = {
  name: 'coverage',
  usage: 'CASE',
  summary: 'In which times each system’s log is known to have been written: what every verdict rests on.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
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
