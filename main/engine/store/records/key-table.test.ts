import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyTable } from './key-table';

const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ key: fc.stringMatching(/^[ab\u00e9]{0,5}$/) }) },
  { weight: 1, arbitrary: fc.record({ keep: fc.nat({ max: 40 }) }) },
);

it('numbers keys as a list without repeats does, also after some were forgotten', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const table = new KeyTable();
      let list: string[] = [];
      for (const one of steps) {
        if ('keep' in one) {
          list = list.slice(0, one.keep);
          table.truncate(one.keep);
          continue;
        }
        if (!list.includes(one.key)) list.push(one.key);
        const bytes = Buffer.from(one.key);
        expect([table.numberOf(bytes, bytes.length), table.size]).toEqual([
          list.indexOf(one.key),
          list.length,
        ]);
      }
    }),
  );
});

it('finds a hundred thousand keys again after it has grown', () => {
  const table = new KeyTable();
  const numbersOf = () =>
    Array.from({ length: 100_000 }, (_, i) => {
      const bytes = Buffer.from(`record ${i * 7}`);
      return table.numberOf(bytes, bytes.length);
    });
  const first = numbersOf();
  expect([table.size, numbersOf()]).toEqual([100_000, first]);
});
