import { expect, it } from 'vitest';
import { importedCase } from '../testing/imported-case';
import { journeys } from './journeys';
import { recordsOfWay } from './records-of-way';

const log = (cases: readonly (readonly [record: string, day: number, steps: string])[]): string =>
  [
    'case,step,time',
    ...cases.flatMap(([record, day, steps]) =>
      [...steps].map(
        (step, n) => `${record},Step ${step},2024-01-${String(day).padStart(2, '0')}T0${n}:00:00Z`,
      ),
    ),
  ].join('\n');

it('lists of each way the records that take it, as many as are counted, those that begin first first', async () => {
  const cases = [
    ['c5', 9, 'AB'],
    ['c1', 8, 'ABC'],
    ['c4', 3, 'ABC'],
    ['c3', 3, 'ABC'],
    ['c2', 1, 'ACB'],
    ['c6', 2, 'ABCA'],
  ] as const;
  const one = await importedCase({ 'process.csv': log(cases) });
  const { db } = one.openCase;
  const ways = journeys(db).topVariants.map(({ steps, records }) => {
    const way = recordsOfWay(db, { steps });
    return [steps.map((step) => step.slice(-1)).join(''), records - way.total, way.records];
  });
  const first = recordsOfWay(db, { steps: ['Step A', 'Step B', 'Step C'], limit: 1 });
  const none = recordsOfWay(db, { steps: ['Step A', 'Step Z'] });
  one.remove();
  expect([ways, first, none]).toEqual([
    [
      ['ABC', 0, ['c3', 'c4', 'c1']],
      ['AB', 0, ['c5']],
      ['ABCA', 0, ['c6']],
      ['ACB', 0, ['c2']],
    ],
    { total: 3, records: ['c3'] },
    { total: 0, records: [] },
  ]);
});
