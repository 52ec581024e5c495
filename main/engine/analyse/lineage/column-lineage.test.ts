import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import { EngineContext } from '../../context';
import { graphOf } from '../../methods/map-handlers';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { detailsOf } from './details';
import { followField } from './follow-field';

let test: TemporaryCase;
const context = new EngineContext();

const copied = (field: string, ...transformations: string[]): object => ({
  inputFields: [
    {
      namespace: 'till',
      name: 'orders',
      field,
      transformations: transformations.map((type) => ({ type })),
    },
  ],
});

const run = (job: string, runId: string, input: object, output: object): string =>
  JSON.stringify({
    eventTime: '2024-05-01T10:00:00Z',
    eventType: 'COMPLETE',
    run: { runId },
    job: { namespace: 'nightly', name: job },
    inputs: [input],
    outputs: [output],
  });

/** A table copied under its own name into another system, and a column of the copy summed there. */
const events = [
  run(
    'copy',
    '11111111-1111-4111-8111-111111111111',
    {
      namespace: 'till',
      name: 'orders',
      facets: {
        schema: {
          fields: [
            { name: 'total', type: 'int' },
            { name: 'id', type: 'int' },
          ],
        },
      },
    },
    {
      namespace: 'warehouse',
      name: 'orders',
      facets: { columnLineage: { fields: { id: copied('id', 'IDENTITY'), total: copied('total') } } },
    },
  ),
  run(
    'sum',
    '22222222-2222-4222-8222-222222222222',
    { namespace: 'warehouse', name: 'orders' },
    {
      namespace: 'warehouse',
      name: 'revenue',
      facets: {
        columnLineage: {
          fields: {
            amount: { inputFields: [{ namespace: 'warehouse', name: 'orders', field: 'total' }] },
          },
        },
      },
    },
  ),
];

beforeAll(async () => {
  test = temporaryCase();
  await test.importText('events.jsonl', events.join('\n'));
  context.use(test.openCase);
});
afterAll(() => test.dispose());

const edgesOf = (graph: LineageGraph) =>
  graph.edges.map(({ from, to, fromField, toField }) => [fromField ?? from, toField ?? to]);

const [till, warehouse, revenue] = [
  'dataset:orders@till',
  'dataset:orders@warehouse',
  'dataset:revenue@warehouse',
];

it('lists an open dataset’s fields and leads edges to them, to cards where the other end is closed', () => {
  const dataset = (open: readonly string[]) => graphOf(context, 'dataset', 'organisation', 'known', open);
  const shown = (open: readonly string[]) => ({
    nodes: dataset(open).nodes.map(({ name, fieldCount, fields }) => [name, fieldCount, fields]),
    edges: edgesOf(dataset(open)),
  });
  const type = 'int';
  const at = (place: string) => [
    { id: `field:id@orders@${place}`, name: 'id', type },
    { id: `field:total@orders@${place}`, name: 'total', type },
  ];
  expect([shown([]), shown([warehouse, 'dataset:gone']), shown([till, warehouse, revenue])]).toEqual([
    {
      nodes: [
        ['orders', 2, undefined],
        ['orders', 2, undefined],
        ['revenue', 1, undefined],
      ],
      edges: [
        [till, warehouse],
        [warehouse, revenue],
      ],
    },
    {
      nodes: [
        ['orders', 2, undefined],
        ['orders', 2, at('warehouse')],
        ['revenue', 1, undefined],
      ],
      edges: [
        [till, 'field:id@orders@warehouse'],
        [till, 'field:total@orders@warehouse'],
        ['field:total@orders@warehouse', revenue],
      ],
    },
    {
      nodes: [
        ['orders', 2, at('till')],
        ['orders', 2, at('warehouse')],
        ['revenue', 1, [{ id: 'field:amount@revenue@warehouse', name: 'amount', type: null }]],
      ],
      edges: [
        ['field:id@orders@till', 'field:id@orders@warehouse'],
        ['field:total@orders@till', 'field:total@orders@warehouse'],
        ['field:total@orders@warehouse', 'field:amount@revenue@warehouse'],
      ],
    },
  ]);
});

it('a column copied into a table of the same name elsewhere is no loop on the level of fields', () => {
  expect(edgesOf(graphOf(context, 'field', 'none', 'known'))).toEqual([
    ['field:id@orders@till', 'field:id@orders@warehouse'],
    ['field:total@orders@till', 'field:total@orders@warehouse'],
    ['field:total@orders@warehouse', 'field:amount@revenue@warehouse'],
  ]);
});

it('follows a field up and down by hops, each with the line that states it', () => {
  const estate = context.estate();
  const told = (...args: [string, 'upstream' | 'downstream' | 'both', number?]) => {
    const { starts, fields, edges } = followField(estate, ...args);
    return {
      starts,
      fields: fields.map(({ field, system, hops }) => [field, system, hops]),
      edges: edges.map(({ from, to, transformation, citations }) => [
        from,
        to,
        transformation,
        citations.map((one) => one.line),
      ]),
    };
  };
  const copy = ['field:total@orders@till', 'field:total@orders@warehouse', null, [1]];
  const sum = ['field:total@orders@warehouse', 'field:amount@revenue@warehouse', null, [2]];
  expect([
    told('revenue.amount', 'upstream'),
    told('revenue.amount', 'upstream', 1),
    told('field:total@orders@warehouse', 'both'),
    told('orders.id', 'downstream').edges,
  ]).toEqual([
    {
      starts: ['field:amount@revenue@warehouse'],
      fields: [
        ['amount', 'warehouse', 0],
        ['total', 'warehouse', -1],
        ['total', 'till', -2],
      ],
      edges: [copy, sum],
    },
    {
      starts: ['field:amount@revenue@warehouse'],
      fields: [
        ['amount', 'warehouse', 0],
        ['total', 'warehouse', -1],
      ],
      edges: [sum],
    },
    {
      starts: ['field:total@orders@warehouse'],
      fields: [
        ['total', 'warehouse', 0],
        ['total', 'till', -1],
        ['amount', 'warehouse', 1],
      ],
      edges: [copy, sum],
    },
    [['field:id@orders@till', 'field:id@orders@warehouse', 'IDENTITY', [1]]],
  ]);
  expect(() => followField(estate, 'id', 'both')).toThrow(/2 datasets have a field id.*orders\.id/);
  expect(() => followField(estate, 'nothing', 'both')).toThrow(/No source names a field nothing/);
});

it('says of a field and of an edge between fields what is known, with the lines', () => {
  const told = (wanted: Parameters<typeof detailsOf>[1], open: readonly string[] = []) =>
    detailsOf(
      {
        db: context.openCase.db,
        estate: context.estate(),
        graph: () => graphOf(context, 'dataset', 'organisation', 'known', open),
      },
      wanted,
    ).sections.flatMap(({ title, facts }) =>
      facts.map(({ label, value, citations }) => [title, label, value, citations.map((one) => one.line)]),
    );
  expect([
    told({ nodeId: 'field:total@orders@warehouse' }),
    told({ edgeId: 'field:id@orders@till>field:id@orders@warehouse' }, [till, warehouse]),
  ]).toEqual([
    [
      ['', 'Dataset', 'orders', []],
      ['Made from', 'orders.total @ till', 'how: not recorded', [1]],
      ['Goes into', 'revenue.amount @ warehouse', 'how: not recorded', [2]],
      ['As recorded', 'Type', 'int', [1]],
      ['Named in', 'Sources', '2', [1, 1]],
    ],
    [
      ['Made by', 'Job', 'nightly/copy', [1]],
      ['Fields', 'id > id', 'IDENTITY', [1]],
    ],
  ]);
});

it('a column edge that names a dataset which nothing reads or writes adds no card', async () => {
  const other = temporaryCase();
  const astray = { inputFields: [{ namespace: 'till', name: 'total', field: 'total' }] };
  const event = run(
    'sum',
    '33333333-3333-4333-8333-333333333333',
    { namespace: 'till', name: 'orders' },
    { namespace: 'till', name: 'revenue', facets: { columnLineage: { fields: { amount: astray } } } },
  );
  await other.importText('events.jsonl', event);
  const there = new EngineContext();
  there.use(other.openCase);
  const graph = graphOf(there, 'dataset', 'organisation', 'known', ['dataset:revenue@till']);
  expect([graph.nodes.map(({ id }) => id), edgesOf(graph)]).toEqual([
    ['dataset:orders@till', 'dataset:revenue@till'],
    [['dataset:orders@till', 'dataset:revenue@till']],
  ]);
  other.dispose();
});
