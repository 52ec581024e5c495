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

test('a kept name that begins like a redacted one is named; words that kept names share otherwise are not', () => {
  const document = {
    title: 'Site A is hosted by Thistlegate Cloud',
    caseTitle: '',
    marking: '',
    footer: [],
    sections: [],
  } as unknown as ReportDocument;
  const names = [{ of: 'site', name: 'Thistlegate Cloud Region', shown: 'Site A' }] as const;
  const known = {
    person: [],
    organisation: ['Thistlegate Cloud'],
    system: [],
    dataset: [],
    site: ['Thistlegate Cloud Region'],
  };
  expect(wordsLeftOver(document, names, known)).toEqual([
    'The word “Thistlegate” of a redacted name still stands in the report (1 ×). If it gives the name away, add a rule for that text.',
  ]);
});
