import { WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';
import { personOf, personOptions } from '../person';
import { table } from '../text-table';

export const sourcesCommand: Command = {
  name: 'sources',
  usage: 'CASE [--remove FILE]... [--reason R]',
  summary:
    'The files that a case was read from, with their hashes. --remove takes what a file said out of the case; the file itself stays.',
  options: { remove: 1, ...personOptions },
  async run(context) {
    const { args, call, openCase } = context;
    await openCase(args.positional[0]);
    await remove(context);
    const sources = await call('sources.list', {});
    return {
      json: sources.map(({ name, path, sha256, bytes, importer, kind, encoding, rows, ...source }) => ({
        file: name,
        path,
        sha256,
        bytes,
        importer,
        kind,
        encoding,
        rows,
        accepted: source.accepted,
        rejected: source.rejected,
        importedAt: source.importedAt,
        notes: source.notes,
      })),
      text: table(
        ['File', 'What it holds', 'Importer', 'Rows', 'Accepted', 'Rejected', 'Imported', 'SHA-256'],
        sources.map((s) => [
          s.name,
          s.kind,
          s.importer,
          s.rows,
          s.accepted,
          s.rejected,
          s.importedAt,
          s.sha256,
        ]),
      ),
    };
  },
};

async function remove({ args, call }: CommandContext): Promise<void> {
  const wanted = args.values.get('remove') ?? [];
  if (wanted.length === 0) return;
  const { reason } = personOf(args);
  const sources = await call('sources.list', {});
  const sourceIds = wanted.map((file) => {
    const found = sources.filter(({ name, path, sha256 }) => [name, path, sha256].includes(file));
    const [one] = found;
    if (one === undefined)
      throw new WrongArguments(`The case has no source "${file}". "sources" lists them.`);
    if (found.length > 1)
      throw new WrongArguments(
        `${found.length} sources are called "${file}": name it by its path or SHA-256.`,
      );
    return one.id;
  });
  await call('sources.remove', { sourceIds, reason });
}
