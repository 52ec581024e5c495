import { expect, it } from 'vitest';
import { json, smallCase } from './testing/small-case';

const { caseFile, at } = smallCase();

const keysOf = (value: unknown): readonly string[] =>
  Object.keys((Array.isArray(value) ? value[0] : value) as object);
const first = (value: unknown, member: string): unknown => (value as Record<string, unknown>)[member];

it.each([
  ['new', [at('fields.whereabouts')], ['case', 'title', 'identifiers']],
  ['importers', [], ['id', 'title', 'detects', 'fields']],
  ['systems', [caseFile], ['id', 'name', 'owner', 'supplier', 'site', 'datasets', 'sources']],
  ['owners', [caseFile], ['dataset', 'system', 'role', 'responsibilities', 'state']],
  ['map', [caseFile], ['nodes', 'edges']],
  ['journeys', [caseFile], ['records', 'events', 'steps', 'follows', 'starts', 'ends', 'variants']],
  ['trace', [caseFile, '9434765919'], ['record', 'events', 'hops', 'lastProvedAt', 'firstProvedAbsent']],
  [
    'reconcile',
    [caseFile],
    [
      'from',
      'to',
      'sent',
      'received',
      'delivered',
      'late',
      'duplicate',
      'rejected',
      'filtered',
      'pending',
      'lost',
      'unobservable',
      'extra',
    ],
  ],
  [
    'holdings',
    [caseFile, '--between', 'EPR', 'GP'],
    ['a', 'b', 'inA', 'inB', 'inBoth', 'onlyA', 'onlyB', 'duplicatedA', 'duplicatedB', 'changed'],
  ],
  ['lost', [caseFile], ['from', 'to', 'message', 'record', 'sentAt', 'file', 'line', 'why']],
  ['why', [caseFile, '--flow', 'EPR > GP'], ['flow', 'onset', 'patterns']],
  ['impact', [caseFile, 'FW1', '--fail'], ['of', 'unreachable', 'sharedDependencies', 'state']],
  ['findings', [caseFile], ['code', 'severity', 'subject', 'title', 'detail', 'evidence']],
  ['export', [caseFile, '-o', at('owners.csv'), '--view', 'owners'], ['file', 'format', 'bytes']],
  ['verify', [caseFile], ['ok', 'checks']],
] as const)(
  '%s gives the fields that scripts depend on',
  async (name, words, fields) => {
    expect(keysOf(await json(name, ...words))).toEqual(expect.arrayContaining([...fields]));
  },
  60_000,
);

it('the commands answer the small estate', async () => {
  const reconciled = (await json('reconcile', caseFile)) as {
    sent: number;
    delivered: number;
    lost: number;
  }[];
  const trace = await json('trace', caseFile, '943 476 5919');
  const byAlias = await json('trace', caseFile, 'H1');
  const map = await json('map', caseFile);
  expect([
    reconciled.map(({ sent, delivered, lost }) => [sent, delivered, lost]),
    (await json('lost', caseFile)) as object[],
    (first(trace, 'hops') as { disposition: string }[]).map((hop) => hop.disposition),
    first(byAlias, 'hops'),
    (first(map, 'edges') as { from: string; to: string; declared: boolean; observed: boolean }[]).map(
      ({ from, to, declared, observed }) => [from, to, declared, observed],
    ),
  ]).toEqual([
    [[60, 59, 1]],
    [
      expect.objectContaining({
        from: 'EPR',
        to: 'GP',
        message: 'm100',
        record: '9434765919',
        file: 'epr.csv',
      }),
    ],
    ['lost'],
    first(trace, 'hops'),
    [['EPR', 'GP', true, true]],
  ]);
}, 60_000);
