import type { Citation } from '../../../shared/model/citation';
import type { SystemName } from '../../../shared/model/estate';
import { optionOf, WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';
import { oneGiven, personOf, personOptions } from '../person';
import { table } from '../text-table';

export const namesCommand: Command = {
  name: 'names',
  usage: 'CASE [--same A B | --apart A B | --undo] [--of system|dataset|party] [--reason R] [--author N]',
  summary:
    'All names that each system, dataset and party goes by, with their evidence; says by hand that two names are one or two (of systems, unless --of says otherwise).',
  options: { same: 2, apart: 2, of: 1, ...personOptions },
  flags: ['undo'],
  async run(context) {
    const { args, call, openCase } = context;
    await openCase(args.positional[0]);
    await stateNames(context);
    const { systems, datasets, parties, conflicts } = await call('names.list', {});
    const rowsOf = (of: string, name: string, others: readonly SystemName[]) =>
      others.map((other) => [of, name, other.name, other.kind, places(other.saidIn), places(other.usedIn)]);
    const names = [
      ...systems.flatMap(({ system, otherNames }) => rowsOf('system', system, otherNames)),
      ...datasets.flatMap(({ dataset, otherNames }) => rowsOf('dataset', dataset, otherNames)),
      ...parties.flatMap(({ party, otherNames }) =>
        otherNames.map((name) => ['party', party, name, 'spelling', '', '']),
      ),
    ];
    const cited = (others: readonly SystemName[]) =>
      others.map(({ saidIn, usedIn, ...other }) => ({
        ...other,
        saidIn: saidIn.map(line),
        usedIn: usedIn.map(line),
      }));
    return {
      json: {
        systems: systems.map(({ otherNames, ...row }) => ({ ...row, otherNames: cited(otherNames) })),
        datasets: datasets.map(({ otherNames, ...row }) => ({ ...row, otherNames: cited(otherNames) })),
        parties,
        conflicts: conflicts.map(({ citations, ...row }) => ({ ...row, evidence: citations.map(line) })),
      },
      text: [
        table(['What', 'Name', 'Also called', 'Kind', 'Said in', 'Used in'], names),
        ...(conflicts.length === 0
          ? []
          : [
              '',
              table(
                ['Name', 'Kind', 'Not given to', 'Because', 'Used'],
                conflicts.map((row) => [
                  row.name,
                  row.kind,
                  row.systems.join(' | '),
                  row.why,
                  row.isUsed ? 'yes' : 'no',
                ]),
              ),
            ]),
      ],
    };
  },
};

const kinds = ['system', 'dataset', 'party'] as const;

/** A person's word on two names, or taking the last such word back. */
async function stateNames({ args, call }: CommandContext): Promise<void> {
  const same = args.values.get('same');
  const apart = args.values.get('apart');
  const isUndone = args.flags.has('undo');
  if (!oneGiven({ same, apart, undo: isUndone })) return;
  const pair = same ?? apart;
  const kind = kinds.find((one) => one === (optionOf(args, 'of') ?? 'system'));
  if (kind === undefined) throw new WrongArguments(`--of takes one of ${kinds.join(', ')}.`);
  const why = personOf(args);
  if (pair) {
    const [first = '', second = ''] = pair;
    await call('edit.state', {
      facts: [{ fact: 'sameName', subject: { kind, name: first }, name: second, isSame: same !== undefined }],
      ...why,
    });
    return;
  }
  const last = (await call('edit.list', {})).find((edit) => edit.stands && edit.isOfNames);
  if (!last) throw new WrongArguments('No standing statement of this case is about two names.');
  await call('edit.undo', { id: last.id, ...why });
}

const line = ({ file, line: number }: Citation) => ({ file, line: number });

const places = (citations: readonly Citation[]): string =>
  [...new Set(citations.map((one) => (one.line > 0 ? `${one.file}:${one.line}` : one.file)))]
    .slice(0, 3)
    .join(', ');
