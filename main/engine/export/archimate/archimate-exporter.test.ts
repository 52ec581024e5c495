import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { arbitraryEstateFacts } from '../../testing/arbitrary-facts';
import { statedCase } from '../../testing/stated-case';
import { temporaryCase } from '../../testing/temporary-case';
import { estateLines } from '../estate-lines';
import { archimateExporter } from './archimate-exporter';
import { exchangeFaults } from './testing/exchange-faults';
import { xmlText } from './xml-text';

const rest = { view: 'map', title: 'A & B', generatedAt: '2024-03-01T12:00:00.000Z', sources: [] } as const;

test('what is exported and imported again is the same graph', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEstateFacts, async (facts) => {
      // A model without elements is no model.
      fc.pre(facts.length > 0);
      const before = statedCase(facts);
      const after = temporaryCase();
      try {
        const estate = readEstate(before.openCase.db);
        const { content } = await archimateExporter.write({ ...rest, estate });
        expect(exchangeFaults(String(content))).toEqual([]);
        const report = await after.importText('exported.xml', Buffer.from(content));
        expect(report.files.map(({ importer, rejected, issues }) => [importer, rejected, issues])).toEqual([
          ['archimate-exchange', 0, []],
        ]);
        expect(estateLines(readEstate(after.openCase.db))).toEqual(estateLines(estate));
      } finally {
        before.dispose();
        after.dispose();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a small model reads as its golden result, twice the same', async () => {
  const stated = statedCase([
    { fact: 'exists', subject: { kind: 'flow', from: 'A', to: 'B', dataset: 'Letters' }, as: 'declared' },
    { fact: 'exists', subject: { kind: 'holding', dataset: 'Letters', system: 'A' }, as: 'declared' },
    { fact: 'responsibility', subject: { kind: 'system', name: 'A' }, role: 'it owner', party: 'P <1>' },
    { fact: 'property', subject: { kind: 'system', name: 'A' }, predicate: 'site', value: 'North' },
    {
      fact: 'derivation',
      from: { dataset: 'Letters', system: 'A' },
      to: { dataset: 'Counts', system: null },
      by: { name: 'count', namespace: null },
    },
    {
      fact: 'fieldFlow',
      from: { dataset: 'Letters', system: 'A', field: 'id' },
      to: { dataset: 'Counts', system: null, field: 'n' },
    },
  ]);
  try {
    const estate = readEstate(stated.openCase.db);
    const first = await archimateExporter.write({ ...rest, estate });
    expect(await archimateExporter.write({ ...rest, estate })).toEqual(first);
    expect(first.notes).toEqual(['ArchiMate has no columns; edges between columns not written: 1.']);
    await expect(first.content).toMatchFileSnapshot('fixtures/expected.xml');
  } finally {
    stated.dispose();
  }
});

test('text that XML cannot carry is left out, the rest escaped', () => {
  expect(xmlText('a<b>&"\u0001\uFFFEé\r\n\u{1F600}')).toBe('a&lt;b&gt;&amp;&quot;é&#13;\n\u{1F600}');
});

test('a case without anything, and a title that is markup, still make a model with a name', async () => {
  const empty = temporaryCase();
  try {
    const input = { ...rest, title: '<a>]]>&"\u0000', estate: readEstate(empty.openCase.db) };
    const { content } = await archimateExporter.write(input);
    expect(exchangeFaults(String(content))).toEqual([]);
  } finally {
    empty.dispose();
  }
});

test('a file that breaks a rule of the exchange format is caught', async () => {
  const stated = statedCase([
    { fact: 'exists', subject: { kind: 'flow', from: 'A', to: 'B', dataset: 'Letters' }, as: 'declared' },
    {
      fact: 'property',
      subject: { kind: 'flow', from: 'A', to: 'B', dataset: 'Letters' },
      predicate: 'status',
      value: 'live',
    },
  ]);
  const { content } = await archimateExporter.write({ ...rest, estate: readEstate(stated.openCase.db) });
  stated.dispose();
  const xml = String(content);
  const broken: readonly (readonly [string | RegExp, string])[] = [
    ['identifier="id-e2"', 'identifier="id-e1"'],
    ['identifier="id-e1"', 'identifier="1"'],
    ['target="id-e2"', 'target="id-e9"'],
    ['xsi:type="DataObject"', 'xsi:type="Data"'],
    [/<elements>[\s\S]*<\/elements>/, ''],
    [/<propertyDefinitions>[\s\S]*<\/propertyDefinitions>/, ''],
    [/(<elements>[\s\S]*<\/elements>)([\s\S]*)(<\/model>)/, '$2$1$3'],
  ];
  expect(exchangeFaults(xml)).toEqual([]);
  expect(broken.filter(([from, to]) => exchangeFaults(xml.replace(from, to)).length === 0)).toEqual([]);
});
