import type { Command } from '../command';
import { table } from '../text-table';

export const importersCommand: Command = {
  name: 'importers',
  usage: '',
  summary: 'Lists every format that is read, how it is recognised, what is kept and what is dropped.',
  mostWords: 0,
  async run({ call }) {
    const importers = await call('import.importers', {});
    return {
      json: importers,
      text: table(
        ['Id', 'Format', 'Recognised by', 'Not kept'],
        importers.map((i) => [i.id, i.title, i.detects, i.drops.join('; ')]),
      ),
    };
  },
};
