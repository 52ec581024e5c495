import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositions } from '../../../../shared/model/vocabulary';
import { readEstate } from '../../store/facts/estate-reader';
import { lost } from '../losses/lost';
import { countsOf, flowsText, inCase, type Line, logText } from '../testing/small-logs';
import { reconcile } from './reconcile';
import { reconciliation } from './reconciliation';

const system = fc.constantFrom('A', 'B', 'C', '');
const minute = fc.integer({ min: -60_000_000, max: 90_000_000 }).map((n) => n % 5000);
const line: fc.Arbitrary<Line> = fc.tuple(
  fc.oneof({ weight: 8, arbitrary: minute }, { weight: 1, arbitrary: fc.constant(null) }),
  fc.constantFrom('A', 'B', 'C'),
  fc.constantFrom('sent', 'received', 'acknowledged', 'rejected', 'filtered', 'queued', 'filed', 'heartbeat'),
  system,
  fc.constantFrom('', 'm1', 'm2', 'm3', 'm4'),
  fc.constantFrom('', 'r1', 'r2', 'r3'),
);
const flows = flowsText([
  ['A', 'B', 60],
  ['B', 'C', 2880, 'filtered'],
  ['C', 'A', '', 'aggregated'],
]);

describe('any log', () => {
  it('gives every send one disposition and ties each send to one receipt at most', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        async (lines, declared) => {
          const run = (given: readonly Line[]) =>
            inCase(
              { 'log.csv': logText(given), ...(declared ? { 'flows.csv': flows } : {}) },
              ({ openCase }) => {
                const estate = readEstate(openCase.db);
                const rows = reconcile(openCase.db, estate);
                const found = reconciliation(openCase.db, estate);
                const sends = openCase.db.all<{ id: number }>(
                  "SELECT e.id FROM event e JOIN activity a ON a.id = e.activity_id WHERE a.kind = 'sent'",
                );
                const receipts = sends.map(({ id }) => found.partnerOf(id)).filter((id) => id !== 0);
                return {
                  sent: sends.length,
                  sums: rows.map((row) => dispositions.reduce((sum, word) => sum + row[word], 0)),
                  counts: rows.map((row) => row.sent),
                  isOneToOne: new Set(receipts).size === receipts.length,
                  lost: lost(openCase.db, estate).length - rows.reduce((sum, row) => sum + row.lost, 0),
                };
              },
            );
          const result = await run(lines);
          expect(result.sums).toEqual(result.counts);
          expect(result.counts.reduce((a, b) => a + b, 0)).toBe(result.sent);
          expect([result.isOneToOne, result.lost]).toEqual([true, 0]);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  it('says the same whatever the order in which the logs are imported', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
        const own = (writer: string) => logText(lines.filter(([, system]) => system === writer));
        const files = { 'a.csv': own('A'), 'b.csv': own('B'), 'c.csv': own('C'), 'f.csv': flows };
        const run = (given: Readonly<Record<string, string>>) =>
          inCase(given, ({ openCase }) => countsOf(reconcile(openCase.db, readEstate(openCase.db))));
        const backwards = Object.fromEntries(Object.entries(files).reverse());
        expect(await run(backwards)).toEqual(await run(files));
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
