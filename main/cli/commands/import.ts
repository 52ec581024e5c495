import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Mapping, mappingSchema } from '../../../shared/model/mapping';
import { formatFromPattern } from '../../engine/import/time/detect-format';
import { isKnownZone } from '../../engine/import/time/zone';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

/** Reads `--map FILE`, with every fault named. */
function readMapping(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongArguments(`The mapping ${path} cannot be read. Check the path.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new WrongArguments(`The mapping ${path} is not JSON: ${(error as Error).message}.`);
  }
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) {
    const { time } = parsed.data;
    if (time?.zone !== undefined && !isKnownZone(time.zone))
      throw new WrongArguments(
        `The mapping ${path} is wrong: time.zone "${time.zone}" is unknown. Use a name such as Europe/London.`,
      );
    if (time?.format !== undefined && !formatFromPattern(time.format))
      throw new WrongArguments(
        `The mapping ${path} is wrong: time.format "${time.format}" cannot be understood. Write it in letters such as dd/MM/yyyy HH:mm:ss, or as iso, epoch or epoch-ms.`,
      );
    return parsed.data;
  }
  const faults = parsed.error.issues.map((i) => `${i.path.join('.') || 'mapping'}: ${i.message}`);
  throw new WrongArguments(`The mapping ${path} is wrong: ${faults.join('; ')}.`);
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
    const mapping = map === undefined ? undefined : readMapping(map);
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
