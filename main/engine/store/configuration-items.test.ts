import { expect, it } from 'vitest';
import { temporaryCase } from '../testing/temporary-case';
import { readEstate } from './estate-reader';

it('a list of relations by sys_id speaks of the items that a list imported before names', async () => {
  const test = temporaryCase();
  const [epr, wall, gone] = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
  await test.importText(
    'cmdb_ci.csv',
    `name,sys_class_name,sys_id\nWard EPR,cmdb_ci_appl,${epr}\nCore wall,cmdb_ci_ip_firewall,${wall}\n`,
  );
  await test.importText(
    'cmdb_rel_ci.csv',
    `parent,type,child\n${epr},Depends on::Used by,${wall}\n${epr?.toUpperCase()},Sends data to::Receives data from,${gone}\n${epr},Located in::Location of,North hall\n`,
  );
  const estate = readEstate(test.openCase.db);
  const nameOf = ({ kind, id }: { readonly kind: 'system' | 'site'; readonly id: number }) =>
    [...(kind === 'system' ? estate.systems : estate.sites).values()].find((one) => one.id === id)?.name;
  expect([
    estate.dependencies.map(({ from, to }) => [nameOf(from), to.kind, nameOf(to)]),
    [...estate.flows.values()].map(({ from, to }) => [
      estate.systems.get(from)?.name,
      estate.systems.get(to)?.name,
    ]),
    [...estate.systems.values()].map(({ name, site }) => [name, site.value]),
  ]).toEqual([
    [['Ward EPR', 'site', 'Core wall']],
    [['Ward EPR', gone]],
    [
      [gone, null],
      ['Ward EPR', 'North hall'],
    ],
  ]);
  test.dispose();
});
