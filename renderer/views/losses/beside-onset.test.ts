import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../../shared/contract/analysis-methods';
import { besideOnset, howNear } from './beside-onset';

const entry = (kind: TimelineEntry['kind'], day: string, until: string | null = null): TimelineEntry => ({
  kind,
  at: `2024-${day}T00:00:00.000Z`,
  until: until === null ? null : `2024-${until}T00:00:00.000Z`,
  subject: kind,
  text: '',
  severity: 'information',
  evidence: [],
});
const entries = [
  entry('warning', '01-01'),
  entry('ownership', '02-27'),
  entry('version', '03-01'),
  entry('gap', '02-20', '02-28'),
  entry('change', '06-01'),
];

test('what is near the onset comes first, with how near; warnings count however old', () => {
  const onset = { earliest: '2024-02-29T00:00:00.000Z', latest: '2024-03-02T00:00:00.000Z' };
  expect(besideOnset(entries, onset).map((one) => [one.entry.kind, howNear(one.seconds)])).toEqual([
    ['version', 'within it'],
    ['gap', '1 d before'],
    ['ownership', '2 d before'],
    ['warning', '59 d before'],
  ]);
});

test('without an onset only warnings are beside the losses', () => {
  expect(besideOnset(entries, null).map((one) => one.entry.kind)).toEqual(['warning']);
});
