import { expect, test } from 'vitest';
import { hopsText, recordState } from './record-state';

test('a record whose hop nobody can judge is open, however many others arrived', () => {
  const of = (hops: Parameters<typeof hopsText>[0], record: string | null = 'p-1') =>
    recordState({ record, hops });
  expect([
    of({ delivered: 3 }),
    of({ delivered: 3, unobservable: 1 }),
    of({ delivered: 3, unobservable: 1, lost: 1 }),
    of({ pending: 1 }),
    of({}),
    of({ extra: 1 }),
    of({}, null),
  ]).toEqual(['arrived', 'open', 'lost', 'open', 'no hops', 'no hops', 'in no log']);
});

test('hops are counted in words, losses first', () => {
  expect(hopsText({ delivered: 12, unobservable: 2, lost: 1 })).toBe('1 lost, 2 unobservable, 12 delivered');
});
