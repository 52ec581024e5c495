import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { oneGiven, personOf, personOptions } from '../person';
import { table } from '../text-table';

export const findingsCommand: Command = {
  name: 'findings',
  usage: 'CASE [--accept ID | --reopen ID] [--reason R] [--author N]',
  summary:
    'Every rule’s result with its evidence, worst first. --accept keeps a person’s reason for living with one; it stays in the list.',
  options: { accept: 1, reopen: 1, ...personOptions },
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    const accept = optionOf(args, 'accept');
    const reopen = optionOf(args, 'reopen');
    const why = oneGiven({ accept, reopen }) ? personOf(args) : null;
    await call('reconcile.run', {});
    const listed = await call('findings.list', {});
    const decided = why === null ? null : decidedOf(listed, accept ?? reopen ?? '', reopen !== undefined);
    if (why !== null && decided !== null) {
      if (reopen === undefined) await call('findings.accept', { id: decided.id, ...why });
      else await call('findings.reopen', { id: decided.id, ...why });
    }
    const findings = decided === null ? listed : await call('findings.list', {});
    return {
      json: findings,
      text: table(
        ['Severity', 'Code', 'Subject', 'Title', 'Evidence', 'Accepted'],
        findings.map((f) => [
          f.severity,
          f.code,
          f.subject,
          f.title,
          f.evidence[0] ? `${f.evidence[0].file}:${f.evidence[0].line}` : null,
          f.accepted && `${f.accepted.author}: ${f.accepted.reason}`,
        ]),
      ),
    };
  },
};

/** The finding that a person decides on: one that is there, and to be opened again only where it was accepted. */
function decidedOf(findings: readonly ListedFinding[], id: string, isReopened: boolean): ListedFinding {
  const found = findings.find((finding) => finding.id === id);
  if (found === undefined)
    throw new WrongArguments(`There is no finding "${id}". "findings --json" gives the id of each.`);
  if (isReopened && found.accepted === null)
    throw new WrongArguments(`The finding "${id}" is not accepted: there is nothing to open again.`);
  return found;
}
