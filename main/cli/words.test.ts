import { rmSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { commands } from './registry';
import { run, smallCase } from './testing/small-case';

const { folder, caseFile, data, at, file } = smallCase();

beforeAll(async () => {
  const field = { namespace: 'EPR', name: 'letters.raw', field: 'id' };
  const event = {
    eventTime: '2023-01-01T00:00:00Z',
    run: { runId: '11111111-1111-4111-8111-111111111111' },
    job: { namespace: 'nightly', name: 'count' },
    inputs: [{ namespace: 'EPR', name: 'letters.raw' }],
    outputs: [
      {
        namespace: 'EPR',
        name: 'letters.counted',
        facets: { columnLineage: { fields: { n: { inputFields: [field] } } } },
      },
    ],
  };
  const events = file('events.json', JSON.stringify(event));
  expect((await run('import', caseFile, events, '--json')).status).toBe(0);
});

const right: Readonly<Record<string, readonly string[]>> = {
  new: ['new', at('other.whereabouts')],
  import: ['import', caseFile, data],
  importers: ['importers'],
  lineage: ['lineage', caseFile, 'letters.counted.n'],
  trace: ['trace', caseFile, '9434765919'],
  why: ['why', caseFile, '--flow', 'EPR > GP'],
  holdings: ['holdings', caseFile, '--between', 'EPR', 'GP'],
  impact: ['impact', caseFile, 'North'],
  compare: ['compare', caseFile, caseFile],
  export: ['export', caseFile, '-o', at('map.svg')],
};
const wordsOf = (name: string): readonly string[] => right[name] ?? [name, caseFile];

it.each(commands.map((command) => command.name))(
  '%s prints one JSON document with --json, a table without, and its usage with --help',
  async (name) => {
    const asJson = await run(...wordsOf(name), '--json');
    if (name === 'new') rmSync(at('other.whereabouts'));
    const asText = await run(...wordsOf(name));
    const help = await run(name, '--help');
    expect([
      asJson.status,
      typeof JSON.parse(asJson.out),
      asText.status,
      asText.out.trim() !== '',
      help.status,
      help.out.startsWith(`whereabouts ${name}`),
      `${asJson.err}${asText.err}`.includes('    at '),
    ]).toEqual([0, 'object', 0, true, 0, true, false]);
  },
  60_000,
);

const wrong: readonly (readonly string[])[] = [
  [],
  ['--json'],
  ['frobnicate', '--json'],
  ...commands.filter((c) => c.name !== 'importers').map((c) => [c.name, '--json']),
  ...commands.filter((c) => c.name !== 'import').map((c) => [...wordsOf(c.name), 'surplus', '--json']),
  ...commands.map((c) => [...wordsOf(c.name), '--no-such-option', '--json']),
  ['import', caseFile, '', '--json'],
  ['import', caseFile, data, '--as', 'nothing', '--json'],
  ['import', caseFile, data, '--map', at('absent.json'), '--json'],
  ['state', caseFile, '--facts', at('absent.json'), '--reason', 'R', '--json'],
  ['state', caseFile, '--instead', '--json'],
  ['state', caseFile, '--undo', 'last', '--reason', 'R', '--json'],
  ['state', caseFile, '--undo', '999999', '--reason', 'R', '--json'],
  ['sources', caseFile, '--remove', 'absent.csv', '--reason', 'R', '--json'],
  ['sources', caseFile, '--remove', 'epr.csv', '--json'],
  ['findings', caseFile, '--accept', 'nothing', '--reason', 'R', '--json'],
  ['coverage', caseFile, '--covered', 'EPR', '--reason', 'R', '--json'],
  ['coverage', caseFile, '--covered', 'EPR', '--missing', 'GP', '--json'],
  ['map', caseFile, '--level', 'galaxy', '--json'],
  ['map', caseFile, '--level', '--json'],
  ['map', caseFile, '--open', 'letters.raw', '--json'],
  ['map', caseFile, '--level', 'dataset', '--open', 'Nothing', '--json'],
  ['lineage', caseFile, 'letters.counted.n', '--hops', '0', '--json'],
  ['lineage', caseFile, 'letters.counted.n', '--direction', 'sideways', '--json'],
  ['holdings', caseFile, '--between', 'EPR', '--json'],
  ['reconcile', caseFile, '--from', 'yesterday', '--json'],
  ['reconcile', caseFile, '--flow', 'nonsense', '--json'],
  ['why', caseFile, '--flow', 'EPR > Nowhere', '--json'],
  ['journeys', caseFile, '--source', 'absent.csv', '--json'],
  ['impact', caseFile, 'Nowhere', '--json'],
  ['export', caseFile, '-o', at('map.nonsense'), '--json'],
  ['export', caseFile, '-o', at('absent/map.svg'), '--json'],
  ['export', caseFile, '-o', at('map.svg'), '--view', 'nonsense', '--json'],
  ['new', caseFile, '--json'],
];
const shown = (words: readonly string[]): string => words.join(' ').replaceAll(folder, '…');

it.each(wrong.map((words) => [shown(words), words] as const))(
  'wrong words end with 2, say what is wrong and print nothing: %s',
  async (_, words) => {
    const { status, out, err } = await run(...words);
    expect([status, out, err.trim() !== '', err.includes('    at ')]).toEqual([2, '', true, false]);
  },
);

it.each([
  ['{bad', 'is not JSON'],
  ['[]', 'is wrong: mapping'],
  ['{"kind": "nonsense"}', 'is wrong: kind'],
  ['{"time": {"zone": "Europe/Londn"}}', 'time.zone "Europe/Londn" is unknown'],
  ['{"time": {"format": "nonsense"}}', 'time.format "nonsense" cannot be understood'],
  ['{"importer": "nonsense"}', 'There is no importer "nonsense"'],
  ['{"colums": {}}', 'is wrong: mapping'],
])('a mapping of %s ends with 2 and its fault', async (text, fault) => {
  const { status, out, err } = await run('import', caseFile, data, '--map', file('map.json', text), '--json');
  expect([status, out, err.includes(fault)]).toEqual([2, '', true]);
});

it('a dataset opened by name lists its fields, and its edges say at which they end', async () => {
  const { out } = await run('map', caseFile, '--level', 'dataset', '--open', 'Letters.Counted', '--json');
  const { nodes, edges } = JSON.parse(out) as {
    nodes: readonly { name: string; fields?: unknown }[];
    edges: readonly { from: string; to: string; fromField: unknown; toField: unknown }[];
  };
  expect([
    nodes.flatMap(({ name, fields }) => (fields === undefined ? [] : [[name, fields]])),
    edges.flatMap(({ from, to, fromField, toField }) =>
      toField === null ? [] : [[from, fromField, to, toField]],
    ),
  ]).toEqual([
    [['letters.counted @ EPR', [{ name: 'n', type: null }]]],
    [['letters.raw @ EPR', null, 'letters.counted @ EPR', 'n']],
  ]);
});
