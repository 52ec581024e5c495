import type { VerifyReport } from '../../../shared/contract/case-methods';
import { type Command, type CommandContext, EngineFailure } from '../command';
import { table } from '../text-table';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'CASE',
  summary: 'Checks that the case is sound, its log is whole and its sources still have their hashes.',
  async run({ args, call, openCase }) {
    const report = await verified(() => openCase(args.positional[0]), call);
    return {
      json: report,
      text: [
        table(
          ['Check', 'Result', 'Detail'],
          report.checks.map((c) => [c.name, c.ok ? 'ok' : 'WRONG', c.detail]),
        ),
        ...report.checks.filter((c) => !c.ok).map((c) => `WRONG  ${c.name}: ${c.detail}`),
        report.ok ? 'Everything agrees.' : 'Something does not agree: see above.',
      ],
      exitCode: report.ok ? 0 : 1,
    };
  },
};

/** A case too damaged to be opened is what this command looks for, not a reason to say nothing. */
async function verified(open: () => Promise<void>, call: CommandContext['call']): Promise<VerifyReport> {
  try {
    await open();
    return await call('case.verify', {});
  } catch (error) {
    if (!(error instanceof EngineFailure) || error.failure.code !== 'damaged') throw error;
    return { ok: false, checks: [{ name: 'database', ok: false, detail: error.failure.message }] };
  }
}
