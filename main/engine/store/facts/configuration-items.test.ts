import { expect, it } from 'vitest';
import { verifyCase } from '../../evidence/verify';
import { estateLines } from '../../export/estate-lines';
import { temporaryCase } from '../../testing/temporary-case';
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

it('reads the same whether the list of items comes before or after the list of relations', async () => {
  const [epr, wall, pas] = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
  const items = `name,sys_class_name,sys_id\nWard EPR,cmdb_ci_appl,${epr}\nCore wall,cmdb_ci_ip_firewall,${wall}\nPAS,cmdb_ci_appl,${pas}\n`;
  const relations = `parent,type,child\n${epr},Depends on::Used by,${wall}\nWard EPR,Sends data to::Receives data from,PAS\n${epr},Sends data to::Receives data from,${pas}\n${pas},Depends on::Used by,${epr}\n`;
  const files = [
    ['cmdb_ci.csv', items],
    ['cmdb_rel_ci.csv', relations],
  ] as const;
  const read = async (order: readonly (readonly [string, string])[]) => {
    const test = temporaryCase();
    for (const [name, text] of order) await test.importText(name, text);
    const estate = readEstate(test.openCase.db);
    const { ok } = await verifyCase(test.openCase);
    test.dispose();
    return {
      lines: estateLines(estate),
      flows: [...estate.flows.values()].filter((f) => f.citations.length > 0).length,
      ok,
    };
  };
  const before = await read(files);
  const after = await read([...files].reverse());
  expect(before.lines.join()).toContain(
    '["dependency",{"from":{"kind":"system","name":"Ward EPR"},"to":{"kind":"site","name":"Core wall"}}]',
  );
  expect(after).toEqual(before);
  expect([after.flows, after.ok]).toEqual([1, true]);
});
