import { expect, it } from 'vitest';
import type { Fact, Subject } from '../../import/fact';
import { readEstate } from '../../store/facts/estate-reader';
import { statedCase } from '../../testing/stated-case';
import { ownerRows } from './ownership';

const responsible = (
  subject: Subject,
  role: Extract<Fact, { fact: 'responsibility' }>['role'],
  party: string | null,
): Fact => ({ fact: 'responsibility', subject, role, party });

it('what is said of a dataset and of it in one system is one answer; of the system, another', () => {
  const dataset: Subject = { kind: 'dataset', name: 'Letters' };
  const inEpr: Subject = { kind: 'holding', dataset: 'Letters', system: 'EPR' };
  const inHub: Subject = { kind: 'holding', dataset: 'Letters', system: 'Hub' };
  const test = statedCase([
    { fact: 'exists', subject: inHub, as: 'declared' },
    responsible(dataset, 'controller', 'Trust'),
    responsible(inEpr, 'controller', 'Practice'),
    responsible(inEpr, 'processor', 'Bolt'),
    responsible(dataset, 'processor', 'Acme'),
    responsible(dataset, 'steward', null),
    responsible({ kind: 'system', name: 'EPR' }, 'host', 'Cloud'),
    responsible({ kind: 'system', name: 'EPR' }, 'owner', 'Trust'),
  ]);
  const rows = ownerRows(readEstate(test.openCase.db)).map(({ system, state, cells, ofSystem }) => {
    const told = (all: typeof cells) =>
      all.map((cell) => [cell.role, cell.state, ...cell.parties.map((party) => party.partyName)]);
    return { system, state, cells: told(cells), ofSystem: told(ofSystem) };
  });
  expect(rows).toEqual([
    {
      system: 'EPR',
      state: 'conflicting',
      cells: [
        ['controller', 'conflicting', 'Practice', 'Trust'],
        ['information asset owner', 'not recorded'],
        ['processor', 'clear', 'Bolt', 'Acme'],
        ['steward', 'missing'],
      ],
      ofSystem: [
        ['owner', 'clear', 'Trust'],
        ['host', 'clear', 'Cloud'],
      ],
    },
    {
      system: 'Hub',
      state: 'clear',
      cells: [
        ['controller', 'clear', 'Trust'],
        ['information asset owner', 'not recorded'],
        ['processor', 'clear', 'Acme'],
        ['steward', 'missing'],
      ],
      ofSystem: [],
    },
  ]);
  test.dispose();
});
