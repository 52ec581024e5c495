import type { Command } from '../command';
import { textTable } from '../text-table';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'CASE',
  summary: 'Checks that the case is sound, its log is whole and its sources still have their hashes.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    const report = await call('case.verify', {});
    return {
      json: report,
      text: `${textTable(
        ['Check', 'Result', 'Detail'],
        report.checks.map((c) => [c.name, c.ok ? 'ok' : 'WRONG', c.detail]),
      )}\n\n${report.ok ? 'Everything agrees.' : 'Something does not agree: see above.'}`,
      exitCode: report.ok ? 0 : 1,
    };
  },
};
