import type { Command } from '../command';

export const importersCommand: Command = {
  name: 'importers',
  usage: '',
  summary: 'Lists every format that is read, how it is recognised, what is kept and what is dropped.',
  mostWords: 0,
  async run({ call }) {
    const importers = await call('import.importers', {});
    return {
      json: importers,
      // Whole sentences: a table would cut off what this is asked for.
      text: importers.map(({ id, title, detects, fields, drops }) =>
        [
          `${id}: ${title}`,
          `  Recognised by  ${detects}`,
          `  Read           ${fields.join(', ')}`,
          `  Dropped        ${drops.length === 0 ? 'nothing' : drops.join('; ')}`,
        ].join('\n'),
      ),
    };
  },
};
