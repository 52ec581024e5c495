import { resolve } from 'node:path';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { levelOf } from './map';

export const exportCommand: Command = {
  name: 'export',
  usage: 'CASE -o FILE [--view V] [--format F] [--level L] [--group G] [--title T]',
  summary:
    'Writes a view to a file; the format follows the ending. The same case gives the same bytes as the window.',
  options: { o: 1, output: 1, view: 1, format: 1, level: 1, group: 1, title: 1 },
  async run({ args, call, openCase, say }) {
    const file = optionOf(args, 'o') ?? optionOf(args, 'output');
    if (file === undefined) throw new WrongArguments('export needs -o FILE.');
    const group = optionOf(args, 'group');
    if (group !== undefined && group !== 'organisation' && group !== 'site' && group !== 'none') {
      throw new WrongArguments(`There is no grouping "${group}". There are: organisation, site, none.`);
    }
    const view = optionOf(args, 'view');
    const format = optionOf(args, 'format');
    const title = optionOf(args, 'title');
    const level = optionOf(args, 'level');
    await openCase(args.positional[0]);
    const written = await call('export.run', {
      file: resolve(file),
      ...(view === undefined ? {} : { view }),
      ...(format === undefined ? {} : { format }),
      ...(title === undefined ? {} : { title }),
      ...(level === undefined ? {} : { level: levelOf(level) }),
      ...(group === undefined ? {} : { groupBy: group }),
    });
    for (const note of written.notes) say(note);
    return {
      json: { file: written.file, format: written.format, bytes: written.bytes, notes: written.notes },
      text: `Wrote ${written.file} (${written.format}, ${written.bytes.toLocaleString('en-GB')} bytes).`,
    };
  },
};
