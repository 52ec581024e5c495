import { resolve } from 'node:path';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';

export const newCommand: Command = {
  name: 'new',
  usage: 'CASE [--title T] [--keep-identifiers]',
  summary:
    'Makes an empty case. Record identifiers are kept as pseudonyms unless --keep-identifiers is given.',
  flags: ['keep-identifiers'],
  options: { title: 1 },
  async run({ args, call }) {
    const [path] = args.positional;
    if (path === undefined) throw new WrongArguments('new needs the name of the CASE to make.');
    const title = optionOf(args, 'title');
    const info = await call('case.create', {
      path: resolve(path),
      keepIdentifiers: args.flags.has('keep-identifiers'),
      ...(title === undefined ? {} : { title }),
    });
    return {
      json: { case: info.path, title: info.title, identifiers: info.identifiers },
      text: `Made ${info.path} ("${info.title}"); record identifiers are ${info.identifiers}.`,
    };
  },
};
