import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { arbitraryLineageFacts } from '../../testing/arbitrary-facts';
import { statedCase } from '../../testing/stated-case';
import { temporaryCase } from '../../testing/temporary-case';
import { estateLines } from '../estate-lines';
import { openlineageExporter } from './openlineage-exporter';
import { eventFaults } from './testing/event-faults';

const rest = { view: 'map', title: 'Test', generatedAt: '2024-03-01T12:00:00.000Z', sources: [] } as const;

const faultsOf = (content: string | Uint8Array): readonly string[] =>
  String(content)
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => eventFaults(JSON.parse(line)));

test('what is exported and imported again is the same graph', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLineageFacts, async (facts) => {
      const before = statedCase(facts);
      const after = temporaryCase();
      try {
        const estate = readEstate(before.openCase.db);
        const { content } = await openlineageExporter.write({ ...rest, estate });
        expect(faultsOf(content)).toEqual([]);
        const report = await after.importText('exported.ndjson', Buffer.from(content));
        expect(report.files.map(({ importer, rejected }) => [importer, rejected])).toEqual([
          ['openlineage', 0],
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

test('events have the members that the format requires, and the same case gives the same bytes', async () => {
  const facts = [
    { fact: 'exists', subject: { kind: 'flow', from: 'A', to: 'B', dataset: 'Letters' }, as: 'declared' },
    { fact: 'exists', subject: { kind: 'flow', from: 'B', to: 'C', dataset: null }, as: 'observed' },
    { fact: 'exists', subject: { kind: 'system', name: 'Alone' }, as: 'declared' },
    {
      fact: 'responsibility',
      subject: { kind: 'holding', dataset: 'Letters', system: 'A' },
      role: 'steward',
      party: 'P',
    },
  ] as const;
  const stated = statedCase(facts);
  try {
    const estate = readEstate(stated.openCase.db);
    const first = await openlineageExporter.write({ ...rest, estate });
    const second = await openlineageExporter.write({ ...rest, estate });
    expect(second).toEqual(first);
    expect(first.notes).toEqual([
      'OpenLineage knows systems only through their datasets; not written: Alone.',
    ]);
    await expect(first.content).toMatchFileSnapshot('fixtures/expected.ndjson');
  } finally {
    stated.dispose();
  }
});

test('an event that breaks a rule of the format is caught', () => {
  const facet = { _producer: 'urn:x', _schemaURL: 'urn:y' };
  const dataset = { namespace: 'A', name: 'L', facets: { ownership: { ...facet, owners: [{ name: 'P' }] } } };
  const event = {
    ...{ eventTime: '2024-03-01T12:00:00Z', producer: 'urn:x', schemaURL: 'https://x/#/$defs/DatasetEvent' },
    dataset,
  };
  const broken: readonly unknown[] = [
    { ...event, eventTime: '1 March' },
    { ...event, producer: 'us' },
    { ...event, job: { namespace: 'a', name: 'b' } },
    { ...event, schemaURL: 'https://x/#/$defs/RunEvent' },
    { ...event, dataset: { name: 'L' } },
    { ...event, dataset: { ...dataset, facets: { mine: {} } } },
    { ...event, dataset: { ...dataset, facets: { ownership: { ...facet, owners: [{}] } } } },
    { ...event, dataset: { ...dataset, facets: { columnLineage: { ...facet, fields: { a: {} } } } } },
  ];
  expect(eventFaults(event)).toEqual([]);
  expect(broken.map((one) => eventFaults(one).length > 0)).toEqual(broken.map(() => true));
});
