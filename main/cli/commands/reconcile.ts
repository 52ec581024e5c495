import { optionOf } from '../arguments';
import type { Command } from '../command';
import { timeOf } from '../moment';
import { table } from '../text-table';

export const reconcileCommand: Command = {
  name: 'reconcile',
  usage: 'CASE [--flow "A > B"] [--from T] [--to T]',
  summary: 'What became of every message sent: eight dispositions that add up to sent, for each flow.',
  options: { flow: 1, from: 1, to: 1 },
  async run({ args, call, openCase, say }) {
    const flow = optionOf(args, 'flow');
    const time = timeOf(args);
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    const rows = await call('reconcile.flows', {
      ...(flow === undefined ? {} : { flow }),
      ...time,
    });
    for (const row of rows) for (const note of row.notes) say(`${row.from} > ${row.to}: ${note}`);
    return {
      json: rows,
      text: table(
        [
          'From',
          'To',
          'Sent',
          'Received',
          'Delivered',
          'Late',
          'Duplicate',
          'Rejected',
          'Filtered',
          'Pending',
          'Lost',
          'Unobservable',
          'Extra',
        ],
        rows.map((r) => [
          r.from,
          r.to,
          r.sent,
          r.received,
          r.delivered,
          r.late,
          r.duplicate,
          r.rejected,
          r.filtered,
          r.pending,
          r.lost,
          r.unobservable,
          r.extra,
        ]),
      ),
    };
  },
};
