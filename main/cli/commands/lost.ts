import { optionOf } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

/** Everything is printed: a list that is cut would be a wrong list. */
const all = 1_000_000;

export const lostCommand: Command = {
  name: 'lost',
  usage: 'CASE [--flow "A > B"]',
  summary: 'Every message that was sent and is not in the covered log of its receiver, with its line.',
  options: { flow: 1 },
  async run({ args, call, openCase }) {
    const flow = optionOf(args, 'flow');
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    const rows = [];
    for (let offset = 0; ; offset += all) {
      const part = await call('reconcile.lost', {
        ...(flow === undefined ? {} : { flow }),
        offset,
        limit: all,
      });
      rows.push(...part);
      if (part.length < all) break;
    }
    return {
      json: rows,
      text: table(
        ['From', 'To', 'Message', 'Record', 'Sent', 'File', 'Line', 'Why'],
        rows.map((r) => [r.from, r.to, r.message, r.record, r.sentAt, r.file, r.line, r.why]),
      ),
    };
  },
};
