import type { Command } from '../command';
import { table } from '../text-table';

export const findingsCommand: Command = {
  name: 'findings',
  usage: 'CASE',
  summary: 'Every rule’s result with its evidence, worst first.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    await call('reconcile.run', {});
    const findings = await call('findings.list', {});
    return {
      json: findings,
      text: table(
        ['Severity', 'Code', 'Subject', 'Title', 'Evidence'],
        findings.map((f) => [
          f.severity,
          f.code,
          f.subject,
          f.title,
          f.evidence[0] ? `${f.evidence[0].file}:${f.evidence[0].line}` : null,
        ]),
      ),
    };
  },
};
