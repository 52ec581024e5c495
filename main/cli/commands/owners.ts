import type { Responsibility } from '../../../shared/model/estate';
import { showCitation } from '../../engine/analyse/ownership/ownership';
import type { Command } from '../command';
import { table } from '../text-table';

/** A party in a role; with the time of it where a source gives one. */
const heldRole = ({ role, partyName, citations, tenures = [] }: Responsibility) => ({
  role,
  party: partyName,
  source: citations.map(showCitation).join('; '),
  ...(tenures.length > 0 ? { held: tenures.map(({ from, until }) => ({ from, until })) } : {}),
});

export const ownersCommand: Command = {
  name: 'owners',
  usage: 'CASE',
  summary: 'Who is responsible for each dataset in each system, in which role, by which source.',
  async run({ args, call, openCase }) {
    await openCase(args.positional[0]);
    const rows = await call('estate.owners', {});
    return {
      json: rows.map((row) => ({
        dataset: row.dataset,
        system: row.system,
        role: row.role,
        responsibilities: row.cells.flatMap((cell) => cell.parties.map(heldRole)),
        state: row.state,
        systemResponsibilities: row.ofSystem.flatMap((cell) => cell.parties.map(heldRole)),
        formerResponsibilities: [...row.cells, ...row.ofSystem].flatMap((cell) =>
          (cell.former ?? []).map(heldRole),
        ),
        cells: row.cells.map((cell) => ({
          role: cell.role,
          state: cell.state,
          blanks: cell.blanks.map(showCitation),
        })),
      })),
      text: table(
        ['Dataset', 'System', 'Role', 'State', 'Responsibilities'],
        rows.map((row) => [
          row.dataset,
          row.system,
          row.role,
          row.state,
          row.cells
            .map((c) => `${c.role}: ${c.parties.map((p) => p.partyName).join(' | ') || c.state}`)
            .join('; '),
        ]),
      ),
    };
  },
};
