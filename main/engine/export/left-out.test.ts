import { expect, test } from 'vitest';
import { readEstate } from '../store/facts/estate-reader';
import { statedCase } from '../testing/stated-case';
import { leftOutByAny, leftOutOfSystems } from './left-out';

test('what a model format cannot carry is counted and said', () => {
  const system = { kind: 'system', name: 'A' } as const;
  const stated = statedCase([
    { fact: 'exists', subject: system, as: 'declared' },
    { fact: 'property', subject: system, predicate: 'site', value: 'North' },
    { fact: 'property', subject: system, predicate: 'supplier', value: 'P' },
    { fact: 'property', subject: system, predicate: 'supplier', value: 'Q' },
    { fact: 'control', subject: system, control: 'backup', state: 'present' },
    { fact: 'responsibility', subject: system, role: 'it owner', party: 'R' },
  ]);
  const estate = readEstate(stated.openCase.db);
  stated.dispose();
  expect([leftOutByAny(estate), leftOutOfSystems(estate)]).toEqual([
    ['Not written, since the format has no place for it: 1 answer on which sources differ.'],
    [
      'OpenLineage says nothing of systems themselves; not written: 1 system’s owners, 1 system’s site, 1 control.',
    ],
  ]);
});

test('nothing is said where nothing is left out', () => {
  const stated = statedCase([{ fact: 'exists', subject: { kind: 'system', name: 'A' }, as: 'declared' }]);
  const estate = readEstate(stated.openCase.db);
  stated.dispose();
  expect([...leftOutByAny(estate), ...leftOutOfSystems(estate)]).toEqual([]);
});
