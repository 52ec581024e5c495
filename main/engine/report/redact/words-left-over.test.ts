import { expect, test } from 'vitest';
import type { ReportDocument } from '../document/report-document';
import { wordsLeftOver } from './words-left-over';

test('words of a redacted name that still stand are named, and not those of the words in its place', () => {
  const document = {
    title: 'Letters of System A did not arrive at Plover',
    caseTitle: '',
    marking: '',
    footer: [],
    sections: [],
  } as unknown as ReportDocument;
  const names = [
    { of: 'system', name: 'GP System B', shown: 'System A' },
    { of: 'system', name: 'Plover Practice Record', shown: 'System B' },
  ] as const;
  const known = {
    person: [],
    organisation: [],
    system: names.map(({ name }) => name),
    dataset: [],
    site: [],
  };
  expect(wordsLeftOver(document, names, known)).toEqual([
    'The word “Plover” of a redacted name still stands in the report (1 ×). If it gives the name away, add a rule for that text.',
  ]);
});
