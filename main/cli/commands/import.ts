import { resolve } from 'node:path';
import type { Mapping } from '../../../shared/model/mapping';
import { ExpectedFailure } from '../../engine/expected-failure';
import { readMappingFile } from '../../engine/import/mapping-file';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

/** A mapping that cannot be used is a wrong argument. */
async function mappingArgument(path: string): Promise<Mapping> {
  try {
    return await readMappingFile(path);
  } catch (error) {
    throw error instanceof ExpectedFailure ? new WrongArguments(error.message) : error;
  }
}

export const importCommand: Command = {
  name: 'import',
  usage: 'CASE PATH... [--as IMPORTER] [--map FILE]',
  summary:
    'Imports files and folders. Every row is accepted or rejected with its reason; the same bytes twice change nothing.',
  options: { as: 1, map: 1 },
  mostWords: Number.POSITIVE_INFINITY,
  async run({ args, call, openCase, say }) {
    const [path, ...files] = args.positional;
    if (files.length === 0) throw new WrongArguments('import needs a CASE and at least one PATH.');
    const map = optionOf(args, 'map');
    const mapping = map === undefined ? undefined : await mappingArgument(map);
    const importer = optionOf(args, 'as');
    const named = importer ?? mapping?.importer;
    if (named !== undefined) {
      const known = (await call('import.importers', {})).map((i) => i.id);
      if (!known.includes(named))
        throw new WrongArguments(`There is no importer "${named}". There are: ${known.join(', ')}.`);
    }
    await openCase(path);
    const report = await call('import.run', {
      files: files.map((file) => ({
        path: resolve(file),
        ...(mapping === undefined ? {} : { mapping }),
        ...(importer === undefined ? {} : { importer }),
      })),
    });
    if (report.files.length === 0) say(`There is no file in ${files.join(', ')}. Check the path.`);
    for (const file of report.files) for (const note of file.notes) say(`${file.path}: ${note}`);
    const unread = report.files.filter((file) => file.importer === 'none');
    for (const file of unread) say(`${file.path}: ${file.issues[0]?.message ?? 'not read'}`);
    return {
      json: report,
      text: table(
        ['File', 'Importer', 'Kind', 'Rows', 'Accepted', 'Rejected', 'Issues', 'Seconds'],
        report.files.map((f) => [
          f.path.split(/[\\/]/).at(-1),
          f.importer,
          f.kind,
          f.rows,
          f.accepted,
          f.rejected,
          f.issueCount,
          f.seconds,
        ]),
      ),
      exitCode: unread.length > 0 ? 1 : 0,
    };
  },
};
