import { expect, test } from 'vitest';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { groupFindings, rowsOfGroups } from './group-findings';

const finding = (code: string, title: string, subject: string): ListedFinding => ({
  id: `${code}:${subject}`,
  code,
  severity: 'high',
  title,
  subject,
  detail: '',
  evidence: [],
  accepted: null,
});
const groups = groupFindings([
  finding('messages-lost', '8 messages were lost', 'A > B'),
  finding('no-backup', 'There is no backup', 'A'),
  finding('messages-lost', '5 messages were lost', 'B > C'),
  finding('no-backup', 'There is no backup', 'B'),
  finding('log-gap', 'The log has 1 gap', 'C'),
]);

test('findings of one rule are one group, named by the title where all share it', () => {
  expect(groups.map(({ key, title, findings }) => [key, title, findings.map((one) => one.subject)])).toEqual([
    ['high messages-lost', null, ['A > B', 'B > C']],
    ['high no-backup', 'There is no backup', ['A', 'B']],
    ['high log-gap', 'The log has 1 gap', ['C']],
  ]);
});

test('an open group shows its findings below it, and a group of one is that finding', () => {
  expect(rowsOfGroups(groups, new Set(['high no-backup'])).map(({ key }) => key)).toEqual([
    'high messages-lost',
    'high no-backup',
    'no-backup:A',
    'no-backup:B',
    'log-gap:C',
  ]);
});
