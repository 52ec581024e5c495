import { expect, test } from 'vitest';
import type { OwnerRow } from '../../../shared/contract/estate-methods';
import type { Responsibility, RoleCell } from '../../../shared/model/estate';
import type { PartyId, SourceId } from '../../../shared/model/ids';
import {
  cellOf,
  citationsOf,
  hasGap,
  heldText,
  inShort,
  partiesText,
  rolesInUse,
  summaryOf,
} from './owner-rows';

const citation = (line: number) => ({ sourceId: 1 as SourceId, file: 'systems.csv', line });
const party = (partyName: string, line: number) => ({
  role: 'controller' as const,
  party: line as PartyId,
  partyName,
  citations: [citation(line)],
});
const controller: RoleCell = {
  role: 'controller',
  state: 'conflicting',
  parties: [party('North Trust', 2), party('South Trust', 5), party('North Trust', 7)],
  blanks: [citation(9)],
};
const row = (state: OwnerRow['state'], cells: readonly RoleCell[], role = 'copy'): OwnerRow => ({
  dataset: 'Letters',
  system: 'Hub',
  role,
  cells,
  state,
  ofSystem: [],
  citations: [],
});

test('a cell names each party once and cites every source, blanks included', () => {
  expect([partiesText(controller), citationsOf(controller).map((found) => found.line)]).toEqual([
    'North Trust | South Trust',
    [2, 5, 7, 9],
  ]);
});

test('a role that the row does not mention is not recorded', () => {
  expect(cellOf(row('clear', []), 'steward')).toEqual({
    role: 'steward',
    state: 'not recorded',
    parties: [],
    blanks: [],
  });
});

test('only roles that a source mentions are in use, in the order of the vocabulary', () => {
  const owner: RoleCell = { role: 'owner', state: 'missing', parties: [], blanks: [citation(3)] };
  expect(rolesInUse([row('missing', [owner]), row('conflicting', [controller])])).toEqual([
    'controller',
    'owner',
  ]);
});

test('a missing or conflicting owner, or two systems of record, is a gap', () => {
  expect(
    [row('clear', []), row('missing', []), row('conflicting', []), row('clear', [], 'conflicting')].map(
      hasGap,
    ),
  ).toEqual([false, true, true, true]);
});

test('a row says in words what is named, what is blank and what is disputed', () => {
  const blank: RoleCell = { role: 'processor', state: 'missing', parties: [], blanks: [citation(3)] };
  const named: RoleCell = { role: 'controller', state: 'clear', parties: [party('North', 2)], blanks: [] };
  const rows = [
    row('clear', [named]),
    row('clear', [named, blank]),
    row('missing', []),
    row('conflicting', [controller], 'conflicting'),
  ];
  expect(rows.map((each) => [inShort(each), hasGap(each)])).toEqual([
    ['Controller named', false],
    ['Controller named, 1 role blank', true],
    ['No controller named', true],
    ['Sources disagree: Controller, Held as', true],
  ]);
});

test('controllers are counted by what is said of the controller, other disputes apart', () => {
  const named: RoleCell = { role: 'controller', state: 'clear', parties: [party('North', 2)], blanks: [] };
  const joint: RoleCell = { ...named, role: 'joint controller' };
  const owner: RoleCell = { ...controller, role: 'information asset owner' };
  const undisputed = [row('clear', [named]), row('clear', [joint]), row('missing', [])];
  expect([
    summaryOf(undisputed),
    summaryOf([
      ...undisputed,
      row('conflicting', [controller, owner]),
      row('conflicting', [named, owner]),
      row('conflicting', [owner]),
    ]),
  ]).toEqual([
    'Controller: 2 named · 1 not named · 0 with sources that disagree',
    'Controller: 3 named · 2 not named · 1 with sources that disagree · in 2 more rows sources disagree about something else',
  ]);
});

test('says since when and until when a role was held, where a source dates it', () => {
  const held = (from: string | null, until: string | null): Responsibility => ({
    ...party('North', 2),
    tenures: [{ from, until, citation: citation(2) }],
  });
  expect([
    heldText(party('North', 2)),
    heldText(held('2022-06-01', null)),
    heldText(held(null, '2022-05-31')),
    heldText(held('2020-01-01', '2022-05-31')),
  ]).toEqual(['', 'Since 1 Jun 2022', 'Until 31 May 2022', '1 Jan 2020 to 31 May 2022']);
});
