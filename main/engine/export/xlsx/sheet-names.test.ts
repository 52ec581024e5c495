import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from './sheet-names';

test('names are cut, cleaned and told apart', () => {
  expect(
    sheetNames(['sources', 'Sources', 'in A/B: [x]*?', '', `shared by those only in ${'A'.repeat(40)}`]),
  ).toEqual(['sources', 'Sources 2', 'in A B x', 'sheet', 'shared by those only in AAAAAAA']);
});

test('whatever is asked for, a workbook can have it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (wanted) => {
      const names = sheetNames(wanted);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of names) {
        expect(name).not.toMatch(/[:\\/?*[\]']|^\s|\s$/);
        expect(name.length > 0 && name.length <= 31).toBe(true);
      }
    }),
  );
});
