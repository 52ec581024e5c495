import { afterEach, expect, it } from 'vitest';
import type { Estate } from '../../../../shared/model/estate';
import { stateByHand, undoEdit } from '../../store/facts/edits';
import { readEstate } from '../../store/facts/estate-reader';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { listFindings } from '../findings/list-findings';
import { ownerRows, systemRows } from './ownership';

let test: TemporaryCase;
afterEach(() => test.dispose());

async function imported(files: Readonly<Record<string, string>>): Promise<void> {
  test = temporaryCase();
  for (const [name, text] of Object.entries(files)) await test.importText(name, text);
}
const estate = (): Estate => readEstate(test.openCase.db);
const systems = () =>
  systemRows(estate()).map(({ name, owner, ownerState }) => `${name}: ${owner} (${ownerState})`);
const codes = () => listFindings(test.openCase, estate()).map(({ code, subject }) => `${code} ${subject}`);

const registers = {
  'systems.csv':
    'System,Owner,Organisation,Backup\nPAS,"Smith, A. (Dr)",RXX,yes\nEPR,Dr B. Jones,Foo Trust (RXX),yes\n',
  'second.csv':
    'System,Owner,Organisation,Backup\nPAS,Dr A. Smith,Foo Trust,yes\nEPR,"Jones, C. (Dr)",RXX,yes\n',
};

it('one owner in two spellings is no conflict, and two owners are', async () => {
  await imported(registers);
  expect([systems(), codes().filter((text) => /conflict|differ/.test(text))]).toEqual([
    ['EPR: Dr B. Jones | Jones, C. (Dr) (conflicting)', 'PAS: Dr A. Smith (clear)'],
    ['owner-conflict EPR'],
  ]);
  expect([...estate().systems.values()].map(({ organisation }) => organisation.value)).toEqual([
    'Foo Trust (RXX)',
    'Foo Trust (RXX)',
  ]);
});

it('a person parts two spellings of one party, and takes the word back', async () => {
  await imported(registers);
  const act = { author: 'A. Person', reason: 'Father and daughter' };
  const { id } = stateByHand(
    test.openCase.db,
    [
      {
        fact: 'sameName',
        subject: { kind: 'party', name: 'Dr A. Smith' },
        name: 'Smith, A. (Dr)',
        isSame: false,
      },
    ],
    [],
    act,
  );
  const parted = systems();
  undoEdit(test.openCase.db, id, act, false);
  expect([parted[1], systems()[1]]).toEqual([
    'PAS: Dr A. Smith | Smith, A. (Dr) (conflicting)',
    'PAS: Dr A. Smith (clear)',
  ]);
});

it('a dataset is one under its spellings and stated names, and tables that programs name stay two', async () => {
  await imported({
    'assets.csv':
      'Information Asset,System of record,Data Controller,Also known as\nReferral & discharge letters,EPR,Trust,RDL\nBlood tests,LIS,Trust,\n',
    'flows.csv':
      'Source,Destination,Dataset,Status\nEPR,Hub,RDL,live\nEPR,Hub,referral and discharge-letters,live\nHub,Mart,dbt_core.orders,live\nHub,Mart,dbt.core_orders,live\n',
  });
  const read = estate();
  const named = (id: number | null) => [...read.datasets.values()].find((one) => one.id === id)?.name;
  expect([
    ownerRows(read).map(({ dataset, system }) => `${dataset} in ${system}`),
    [...read.flows.values()].map(
      ({ dataset, citations }) => `${named(dataset)} ${[...new Set(citations.map((c) => c.line))]}`,
    ),
    [...read.datasets.values()].flatMap(({ name, otherNames }) =>
      otherNames.map((other) => `${name} = ${other.name}`),
    ),
  ]).toEqual([
    ['Blood tests in LIS', 'Referral & discharge letters in EPR'],
    ['Referral & discharge letters 2,3', 'dbt_core.orders 4', 'dbt.core_orders 5'],
    ['Referral & discharge letters = RDL', 'Referral & discharge letters = referral and discharge-letters'],
  ]);
});

it('a name that two datasets claim is read as neither, and told', async () => {
  await imported({
    'assets.csv':
      'Information Asset,System of record,Data Controller,Short name\nLetters in,EPR,Trust,LET\nLetters out,EPR,Trust,LET\n',
    'flows.csv': 'Source,Destination,Dataset,Status\nEPR,Hub,LET,live\n',
  });
  const [found] = listFindings(test.openCase, estate()).filter(({ code }) => /claimed/.test(code));
  expect(found).toMatchObject({
    code: 'dataset-name-claimed-twice',
    severity: 'medium',
    subject: 'LET',
    title: 'Several datasets claim one name',
    evidence: [
      { file: 'assets.csv', line: 2 },
      { file: 'assets.csv', line: 3 },
    ],
  });
});
