import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf } from './changed-value';

describe('what happened to a value on the way', () => {
  const cases: readonly (readonly [a: string, b: string, change: string | null])[] = [
    ['Ashworth', 'Ashworth ', null],
    ['1980-03-02', '02/03/1980', null],
    ['1980-03-02T00:00:00', '1980-03-02T00:00:00', null],
    ['1980-03-02', '1980-02-03', 'date order'],
    ['02/03/1980', '03/02/1980', 'date order'],
    ['1980-03-02', '03/02/1980', 'date order'],
    ['19800302', '19800203', 'date order'],
    ['1980-03-02', '1980-03-04', 'other'],
    ['Bramcombethwaite', 'Bramcombet', 'truncated'],
    ['Bramcombethwaite', 'Bramcombe…', 'truncated'],
    ['Harrowmere', 'HARROWMERE', 'case'],
    ['Zoë', 'ZoÃ«', 'encoding'],
    ['Désirée', 'D?sir?e', 'encoding'],
    ['Désirée', 'D\uFFFDsir\uFFFDe', 'encoding'],
    ['Désirée', 'Desiree', 'encoding'],
    ['ZoÃ«', 'Zoë', 'encoding'],
    ['O’Neill & Co', 'O’Neill &amp; Co', 'encoding'],
    ['Müller-Österreicher', 'MÃ¼ller-Ã–sterreicher', 'encoding'],
    ['O’Neill – Ó Briain', 'Oâ€™Neill â€“ Ã“ Briain', 'encoding'],
    ['Müller-Österreicher', 'M?ller-?sterreicher', 'encoding'],
    ['Щербаков', '????????', 'encoding'],
    ['Щ'.repeat(300), `${'?'.repeat(300)}x`, 'other'],
    ['Oxmere', 'Quillford', 'other'],
    ['Oxmere', '', 'other'],
    ['(a|b)*[é]', '(a|b)*[e]', 'encoding'],
  ];
  for (const [a, b, change] of cases) {
    it(`${JSON.stringify(a)} to ${JSON.stringify(b)}: ${change ?? 'nothing'}`, () => {
      expect(changeOf(a, b)).toBe(change);
    });
  }

  it('is told of any two values', () => {
    const value = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect([null, 'truncated', 'encoding', 'date order', 'case', 'other']).toContain(changeOf(a, b));
      }),
    );
  });
});
