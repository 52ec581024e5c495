import type { Command } from '../command';
import { table } from '../text-table';

export const timelineCommand: Command = {
  name: 'timeline',
  usage: 'CASE [--days]',
  summary:
    'Warnings, onsets, gaps and changes on one line of time. With --days how much the logs hold of each day.',
  flags: ['days'],
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    if (args.flags.has('days')) {
      const days = await call('timeline.days', {});
      return {
        json: days,
        text: table(
          ['Day', 'Events', 'Sent', 'Lost'],
          days.map((one) => [one.day, one.events, one.sent, one.lost]),
        ),
      };
    }
    const entries = await call('timeline.events', {});
    return {
      json: entries,
      text: table(
        ['At', 'Until', 'Kind', 'Subject', 'Text'],
        entries.map((e) => [e.at, e.until, e.kind, e.subject, e.text]),
      ),
    };
  },
};
