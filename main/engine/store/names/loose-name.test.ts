import { expect, it } from 'vitest';
import { looseKey, otherSpellings } from './loose-name';
import { identityKey } from './name-key';

const isSame = (a: string, b: string): boolean =>
  looseKey(a) === looseKey(b) || otherSpellings(a).has(looseKey(b)) || otherSpellings(b).has(looseKey(a));

it.each([
  ['Ward & Theatre', 'Ward and Theatre'],
  ['Ward & Theatre', 'WARD_THEATRE'],
  ['Ward + Theatre', 'Ward and Theatre'],
  ['Aufnahme & Entlassung', 'Aufnahme und Entlassung'],
  ['Urgences & Accueil', 'urgences et accueil'],
  ['X-Ray Archive', 'Xray archive'],
  ['Data warehouse', 'DataWarehouse'],
  ['Köln Labor', 'Koeln Labor'],
  ['Köln Labor', 'Koln Labor'],
  ['Système été', 'SYSTEME ETE'],
  ['Penfold PAS (live)', 'Penfold PAS'],
  ['Patient Administration System', 'Patient Administration'],
  ['P.A.S.', 'PAS'],
  ['Lab – North', 'lab-north'],
])('%s and %s are read as one name', (a, b) => {
  expect(isSame(a, b)).toBe(true);
});

it.each([
  ['Ward 1 2', 'Ward 12'],
  ['Site 1.1', 'Site 11'],
  ['Lab', 'Lab+'],
  ['Ward I North', 'Ward E North'],
  ['Penfold PAS (test)', 'Penfold PAS'],
  ['Penfold PAS (old)', 'Penfold PAS (live)'],
  ['GP System A', 'GP System B'],
  ['Ward and Theatre', 'Ward und Theatre'],
  ['IT system', 'IT'],
  ['postgres://db-1/a_b', 'postgres://db1/ab'],
])('%s and %s are not', (a, b) => {
  expect(isSame(a, b)).toBe(false);
});

it('keeps punctuation in what a dataset, a field or a job is known by', () => {
  expect(
    ['dbt_core.orders', 'dbt.core_orders', 'a_b', 'a.b', 'A_B', ' a_b ', 'a – b', 'a - b'].map(identityKey),
  ).toEqual(['dbt_core.orders', 'dbt.core_orders', 'a_b', 'a.b', 'a_b', 'a_b', 'a - b', 'a - b']);
});
