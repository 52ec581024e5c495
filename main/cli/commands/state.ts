import { readFileSync } from 'node:fs';
import type { ArgsOf } from '../../../shared/contract/contract';
import { optionOf, WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';
import { idOf, oneGiven, personOf, personOptions } from '../person';
import { table } from '../text-table';

export const stateCommand: Command = {
  name: 'state',
  usage: 'CASE [--facts FILE [--instead] | --undo N | --redo N] [--reason R] [--author N]',
  summary:
    'What people state by hand, each with who, when and why. --facts states those of a JSON file, with --instead in the place of what sources answer; --undo takes an act back.',
  options: { facts: 1, undo: 1, redo: 1, ...personOptions },
  flags: ['instead'],
  async run(context) {
    const { args, call, openCase } = context;
    await openCase(args.positional[0]);
    await act(context);
    const edits = await call('edit.list', {});
    return {
      json: edits,
      text: table(
        ['No.', 'Stands', 'Stated', 'By', 'At', 'Because'],
        edits.map((edit) => [
          edit.id,
          edit.stands ? 'yes' : 'undone',
          edit.summary,
          edit.author,
          edit.at,
          edit.reason,
        ]),
      ),
    };
  },
};

async function act({ args, call }: CommandContext): Promise<void> {
  const facts = optionOf(args, 'facts');
  const undo = idOf(args, 'undo');
  const redo = idOf(args, 'redo');
  if (args.flags.has('instead') && facts === undefined)
    throw new WrongArguments('--instead needs the --facts that are to stand.');
  if (!oneGiven({ facts, undo, redo })) return;
  const why = personOf(args);
  if (facts !== undefined) {
    const setAside = args.flags.has('instead') ? ({ setAside: 'rivals' } as const) : {};
    await call('edit.state', { facts: factsIn(facts), ...setAside, ...why });
  } else if (undo !== undefined) await call('edit.undo', { id: undo, ...why });
  else if (redo !== undefined) await call('edit.redo', { id: redo, ...why });
}

/** One fact, or a list of them; the contract checks what they hold. */
function factsIn(path: string): ArgsOf<'edit.state'>['facts'] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongArguments(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return (Array.isArray(parsed) ? parsed : [parsed]) as ArgsOf<'edit.state'>['facts'];
  } catch (error) {
    throw new WrongArguments(
      `${path} is no JSON: ${error instanceof Error ? error.message : error}. It should hold facts as in the guide, for example {"fact": "responsibility", "subject": {"kind": "system", "name": "Hub"}, "role": "owner", "party": "Trust"}.`,
    );
  }
}
