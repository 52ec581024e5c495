import { expect, test } from 'vitest';
import type { Outcome } from '../../shared/contract/outcome';
import { KeptComputations } from './kept-computations';

const computed = (outcome: Outcome<unknown>) => ({ jobId: 'job 1', outcome: Promise.resolve(outcome) });
const failed = { ok: false as const, error: { code: 'cancelled' as const, message: 'Cancelled.' } };

test('what was computed for one state of the case is carried to the next with the change applied', async () => {
  const kept = new KeptComputations();
  kept.keep('1 list', computed({ ok: true, value: [1, 2] }));
  kept.carry<readonly number[]>('1 list', '2 list', (all) => all.map((one) => one * 10));
  expect([await kept.get('1 list')?.outcome, await kept.get('2 list')?.outcome]).toEqual([
    { ok: true, value: [1, 2] },
    { ok: true, value: [10, 20] },
  ]);
});

test('what was not computed, or was cancelled before the end, is not carried', async () => {
  const kept = new KeptComputations();
  kept.carry('1 list', '2 list', (all) => all);
  kept.keep('3 list', computed(failed));
  kept.carry('3 list', '4 list', (all) => all);
  const carried = await kept.get('4 list')?.outcome;
  expect([kept.get('2 list'), carried, kept.get('3 list'), kept.get('4 list')]).toEqual([
    undefined,
    failed,
    undefined,
    undefined,
  ]);
});
