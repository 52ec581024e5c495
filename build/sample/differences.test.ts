import { expect, it } from 'vitest';
import { lostDifferences, reconcileDifferences, whyDifferences } from './differences';
import { makeEstate } from './estate';
import { estateOptions } from './estate-options';

const { truth } = makeEstate(estateOptions({ seed: 'differences' }));
const rows = Object.entries(truth.flows).map(([name, flow]) => ({
  ...flow,
  from: flow.from.toUpperCase(),
  extra: truth.extra[name] ?? 0,
}));
const lost = rows.flatMap((flow) =>
  flow.lost_ids.map((message) => ({ from: flow.from, to: flow.to, message, record: null })),
);

it('finds nothing where the answers are the truth, in whatever case names are written', () => {
  const why = Object.entries(truth.onset).flatMap(([flow, at]) =>
    whyDifferences(flow, { onset: { earliest: at, latest: at }, patterns: patternsOf(flow) }, truth),
  );
  expect([reconcileDifferences(rows, truth), lostDifferences(lost, truth, 'message'), why]).toEqual([
    [],
    [],
    [],
  ]);
});

it('says which flow, which count and which message differ', () => {
  const busiest = String(truth.busiest_flow);
  const wrong = rows.map((row) =>
    row.lost > 0 ? { ...row, lost: row.lost - 1, pending: row.pending + 1 } : row,
  );
  expect(reconcileDifferences(wrong, truth).filter((text) => text.startsWith(busiest))).toEqual([
    `${busiest}: pending ${(truth.flows[busiest]?.pending ?? 0) + 1}, not ${truth.flows[busiest]?.pending}`,
    `${busiest}: lost ${(truth.flows[busiest]?.lost ?? 0) - 1}, not ${truth.flows[busiest]?.lost}`,
  ]);
  expect(lostDifferences(lost.slice(1), truth, 'message')).toHaveLength(1);
  expect(whyDifferences(busiest, { onset: null, patterns: [] }, truth)).toHaveLength(2);
});

function patternsOf(flow: string) {
  const attributes = truth.pattern[flow];
  return attributes ? [{ attributes }] : [];
}
