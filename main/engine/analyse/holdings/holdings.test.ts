import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCase, logText } from '../testing/small-logs';
import { compareHoldings, heldEvents } from './holdings';

const before = `NHS Number,Family name,Date of birth,System
9000000009,Ashworth,1980-03-02,Old
9000000017,Bramcombethwaite,1971-11-12,Old
9000000025,Désirée,1965-01-30,Old
9000000033,Elder,1990-06-01,Old
9000000041,Fern,1991-06-01,Old
9000000041,Fern,1991-06-01,Old
`;
const after = `NHS Number,Surname,DOB,System
900 000 0009,ASHWORTH,1980-02-03,New
9000000017,Bramcombet,1971-11-12,New
9000000025,DÃ©sirÃ©e,1965-01-30,New
9000009999,Elder,1990-06-01,New
9000000068,Gorse,1950-06-01,New
9000000068,Gorse,1950-06-01,New
`;
const crosswalk = 'Old number,New number\n9000000033,9000009999\n';

describe('holdings', () => {
  it('compares two extracts through a crosswalk: in both, only here, held twice, and what changed', async () => {
    const files = { 'before.csv': before, 'after.csv': after, 'crosswalk.csv': crosswalk };
    await inCase(files, ({ openCase, problems }) => {
      const { citationsA, citationsB, notes, changed, ...counts } = compareHoldings(openCase, {
        a: 'Old',
        b: 'new',
      });
      expect(problems).toEqual([]);
      expect(counts).toEqual({
        a: 'Old',
        b: 'New',
        inA: 5,
        inB: 5,
        inBoth: 4,
        onlyA: ['9000000041'],
        onlyB: ['9000000068'],
        onlyACount: 1,
        onlyBCount: 1,
        onlyAAt: [{ record: '9000000041', file: 'before.csv', line: 6 }],
        onlyBAt: [{ record: '9000000068', file: 'after.csv', line: 6 }],
        duplicatedA: 1,
        duplicatedB: 1,
      });
      expect([citationsA[0]?.file, citationsB[0]?.file]).toEqual(['before.csv', 'after.csv']);
      const sorted = changed.map(({ field, kind, count }) => `${field}: ${kind} ${count}`).sort();
      expect(sorted).toEqual([
        'Date of birth: date order 1',
        'Family name: case 1',
        'Family name: encoding 1',
        'Family name: truncated 1',
      ]);
      expect(heldEvents(openCase, { a: 'Old', b: 'New' })).toMatchObject({
        onlyA: { length: 1 },
        inBoth: { length: 4 },
      });
    });
  });

  it('takes a log’s word where there is no extract, but for what it logged as deleted', async () => {
    const log = logText([
      [1, 'A', 'received', 'X', 'm1', 'r1'],
      [2, 'A', 'received', 'X', 'm2', 'r2'],
      [3, 'A', 'received', 'X', 'm3', 'r3'],
      [4, 'A', 'deleted', '', '', 'r3'],
      [5, 'B', 'received', 'A', 'm1', 'r1'],
    ]);
    await inCase({ 'log.csv': log }, ({ openCase }) => {
      const found = compareHoldings(openCase, { a: 'A', b: 'B' });
      expect([found.inA, found.inB, found.inBoth, found.onlyA, found.notes]).toEqual([
        2,
        1,
        1,
        ['r2'],
        [
          'A has no extract here: what its log proves to have been there counts, but for 1 that it logged as deleted.',
          'B has no extract here: what its log proves to have been there counts.',
        ],
      ]);
    });
  });

  it('says which name it does not know', async () => {
    await inCase({ 'log.csv': logText([[1, 'A', 'received', 'X', 'm1', 'r1']]) }, ({ openCase }) => {
      expect(() => compareHoldings(openCase, { a: 'A', b: 'Z' })).toThrow(
        'There is no system "Z" in this case.',
      );
      expect(() => compareHoldings(openCase, { a: 'A', b: 'X', dataset: 'D' })).toThrow(
        'There is no dataset "D" in this case.',
      );
    });
  });

  it('adds up for any two lists', async () => {
    const record = fc.integer({ min: 1, max: 12 }).map((n) => `r${n}`);
    const lists = fc.tuple(fc.array(record, { minLength: 1 }), fc.array(record, { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(lists, async ([a, b]) => {
        const text = (system: string, ids: readonly string[]) =>
          logText(ids.map((id, index) => [index, system, 'received', 'X', `${system}${index}`, id]));
        await inCase({ 'a.csv': text('A', a), 'b.csv': text('B', b) }, ({ openCase }) => {
          const found = compareHoldings(openCase, { a: 'A', b: 'B' });
          const [setA, setB] = [new Set(a), new Set(b)];
          expect([found.onlyA, found.onlyB, found.inBoth]).toEqual([
            [...setA].filter((id) => !setB.has(id)).sort(),
            [...setB].filter((id) => !setA.has(id)).sort(),
            [...setA].filter((id) => setB.has(id)).length,
          ]);
        });
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
