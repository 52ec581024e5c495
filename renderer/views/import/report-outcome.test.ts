import { expect, test } from 'vitest';
import type { FileReport } from '../../../shared/contract/import-methods';
import { countOutcomes, inOrderOfConcern, outcomeOf } from './report-outcome';

const report = (path: string, changes: Partial<FileReport>): FileReport => ({
  path,
  sha256: '',
  importer: 'csv',
  kind: 'log',
  rows: 2,
  accepted: 2,
  rejected: 0,
  issues: [],
  issueCount: 0,
  notes: [],
  seconds: 0,
  ...changes,
});

const files = [
  report('a', {}),
  report('b', { importer: 'already imported' }),
  report('c', { accepted: 1, rejected: 1, issueCount: 1 }),
  report('d', { importer: 'none', issueCount: 1 }),
  report('e', { issueCount: 1 }),
];

test('a refused file is told from one with rejected rows and from one that was there before', () => {
  expect(files.map(outcomeOf)).toEqual(['imported', 'known', 'part', 'refused', 'part']);
  expect(countOutcomes(files)).toEqual({ imported: 1, part: 2, known: 1, refused: 1 });
});

test('what needs a look comes first', () => {
  expect(inOrderOfConcern(files).map(({ path }) => path)).toEqual(['d', 'c', 'e', 'a', 'b']);
});
