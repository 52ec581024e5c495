import type { Command } from '../command';
import { table } from '../text-table';

export const systemsCommand: Command = {
  name: 'systems',
  usage: 'CASE',
  summary: 'Lists every system that a source names, with its owner.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    const systems = await call('estate.systems', {});
    return {
      json: systems,
      text: table(
        ['System', 'Owner', 'State', 'Supplier', 'Site', 'Datasets', 'In inventory', 'Also called'],
        systems.map((s) => [
          s.name,
          s.owner,
          s.ownerState,
          s.supplier,
          s.site,
          s.datasets.join(', '),
          s.declared ? 'yes' : 'no',
          s.otherNames.join(', '),
        ]),
      ),
    };
  },
};
