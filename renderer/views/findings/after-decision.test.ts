import { expect, test } from 'vitest';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { afterDecision } from './after-decision';

const finding = (subject: string): ListedFinding => ({
  id: `no-backup:${subject}`,
  code: 'no-backup',
  severity: 'high',
  title: 'There is no backup',
  subject,
  detail: '',
  evidence: [],
  accepted: null,
});
const accepted = { author: 'I. Sallow', at: '2024-05-06T10:00:00.000Z', reason: 'Retired next week' };

test('a decision changes the finding that it is about and no other, and opening it again takes that back', () => {
  const before = [finding('A'), finding('B')];
  const after = afterDecision(before, 'no-backup:B', accepted);
  expect([after, afterDecision(after, 'no-backup:B', null)]).toEqual([
    [finding('A'), { ...finding('B'), accepted }],
    before,
  ]);
});
