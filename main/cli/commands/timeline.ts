import type { Command } from '../command';
import { table } from '../text-table';

export const timelineCommand: Command = {
  name: 'timeline',
  usage: 'CASE',
  summary: 'Warnings, onsets, gaps and changes on one line of time.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
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
