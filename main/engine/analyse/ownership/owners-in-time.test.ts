import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { compareMoments } from '../compare/compare-moments';
import { listFindings } from '../findings/list-findings';
import { importedCase } from '../testing/imported-case';
import { timelineOf } from '../timeline/timeline';
import { ownerRows, systemRows } from './ownership';

const lines = (...all: readonly string[]): string => all.join('\n');

async function withCase<T>(
  files: Readonly<Record<string, string>>,
  work: (test: Awaited<ReturnType<typeof importedCase>>) => T,
): Promise<T> {
  const test = await importedCase(files);
  try {
    return work(test);
  } finally {
    test.remove();
  }
}

const register = {
  'assets.csv': lines('Dataset,Held in,Data controller', 'Letters,EPR,Trust'),
  'roles.csv': lines(
    'Data set,System,Role held,Named person,From,To',
    'Letters,EPR,Information Asset Owner,Dr A. Brook,2020-01-01,31/05/2022',
    'Letters,EPR,Information Asset Owner,Ms C. Dale,1 June 2022,',
    'Letters,EPR,Data steward,Ed,,2021-12-31',
  ),
};

it('who followed another in a role is no conflict: the later holds it, and the earlier did', async () => {
  await withCase(register, ({ openCase }) => {
    const estate = readEstate(openCase.db);
    const [row] = ownerRows(estate);
    const names = (role: string) => {
      const cell = row?.cells.find((one) => one.role === role);
      return [
        cell?.state,
        cell?.parties.map(({ partyName }) => partyName),
        cell?.former?.map(({ partyName }) => partyName),
      ];
    };
    expect([row?.state, names('information asset owner')]).toEqual([
      'clear',
      ['clear', ['Ms C. Dale'], ['Dr A. Brook']],
    ]);
    expect(listFindings(openCase, estate).filter(({ code }) => code === 'owner-conflict')).toEqual([]);
  });
});

it('the time line has each change of a role with both lines, and who left without a successor', async () => {
  const told = await withCase(register, ({ openCase }) =>
    timelineOf(openCase.db, readEstate(openCase.db)).map(
      ({ at, kind, text, evidence }) =>
        `${at.slice(0, 10)} ${kind}: ${text} ${evidence.map(({ line }) => line).join(',')}`,
    ),
  );
  expect(told).toEqual([
    '2020-01-01 ownership: Information asset owner of Letters in EPR: Dr A. Brook. 2',
    '2021-12-31 ownership: Ed is no longer steward of Letters in EPR; nobody is on record as the next. 4',
    '2022-06-01 ownership: Information asset owner of Letters in EPR: Ms C. Dale after Dr A. Brook, until 2022-05-31. 3,2',
  ]);
});

it('two moments differ in who held the role on each day', async () => {
  const differences = await withCase(
    register,
    ({ openCase }) =>
      compareMoments(openCase.db, readEstate(openCase.db), '2022-01-01', '2023-01-01', 'dates').differences,
  );
  expect(differences.map(({ kind, field, before, after }) => [kind, field, before, after])).toEqual([
    ['owner', 'information asset owner', 'Dr A. Brook', 'Ms C. Dale'],
  ]);
});

it('two whose times overlap, or of whom one has no dates, are in conflict', async () => {
  const stateOf = (...rows: readonly string[]) =>
    withCase({ 'roles.csv': lines('System,Role,Person,Valid from,Valid to', ...rows) }, ({ openCase }) =>
      systemRows(readEstate(openCase.db)).map(({ owner, ownerState }) => `${owner} (${ownerState})`),
    );
  expect([
    await stateOf('EPR,Owner,Ann,2020-01-01,2022-06-30', 'EPR,Owner,Ben,2022-01-01,'),
    await stateOf('EPR,Owner,Ann,,', 'EPR,Owner,Ben,2022-01-01,'),
    await stateOf(
      'EPR,Owner,Ann,2020-01-01,2021-12-31',
      'EPR,Owner,Ben,2022-01-01,2022-12-31',
      'EPR,Owner,Ann,2023-01-01,',
    ),
  ]).toEqual([['Ann | Ben (conflicting)'], ['Ann | Ben (conflicting)'], ['Ann (clear)']]);
});

it('columns of a wide sheet date the role beside them', async () => {
  const files = {
    'a.csv': lines(
      'System,Owner,Owner from,Owner until',
      'EPR,Ann,2020-01-01,2021-12-31',
      'EPR,Ben,2022-01-01,',
    ),
  };
  expect(
    await withCase(files, ({ openCase }) =>
      systemRows(readEstate(openCase.db)).map(({ owner, ownerState }) => `${owner} (${ownerState})`),
    ),
  ).toEqual(['Ben (clear)']);
});
