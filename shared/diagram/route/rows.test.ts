import { expect, test } from 'vitest';
import type { LineageEdge, LineageGraph, LineageNode } from '../../model/lineage-graph';
import { buildScene } from '../build-scene';
import { moveCards } from '../move-cards';
import type { Scene } from '../scene';

const names = ['admitted', 'clinic', 'consultant', 'patient', 'ward'];

function dataset(id: string, isOpen: boolean): LineageNode {
  const fields = names.map((name) => ({ id: `${id}.${name}`, name, type: null }));
  return {
    id,
    kind: 'dataset',
    name: id,
    group: null,
    lines: [],
    isDeclared: true,
    status: 'live',
    flags: [],
    subjectId: null,
    fieldCount: fields.length,
    ...(isOpen ? { fields } : {}),
  };
}

function made(from: string, to: string, ends: Pick<LineageEdge, 'fromField' | 'toField'>): LineageEdge {
  return {
    id: `${ends.fromField ?? from}>${ends.toField ?? to}`,
    from,
    to,
    datasets: [],
    declared: true,
    observed: false,
    status: 'live',
    sent: null,
    received: null,
    lost: null,
    count: null,
    medianSeconds: null,
    flowIds: [],
    isDerivation: true,
    ...ends,
  };
}

const graph: LineageGraph = {
  level: 'dataset',
  groups: [],
  nodes: [dataset('a', true), dataset('b', true), dataset('c', false)],
  edges: [
    made('a', 'b', { fromField: 'a.ward', toField: 'b.clinic' }),
    made('a', 'b', { fromField: 'a.admitted', toField: 'b.patient' }),
    made('b', 'c', { fromField: 'b.consultant' }),
  ],
};
const positions = { a: { x: 0, y: 0 }, b: { x: 420, y: 60 }, c: { x: 420, y: 420 } };
const scene = buildScene(graph, positions, { level: 'dataset', groupBy: 'none', collapsed: [] });

/** The field at whose height a line meets a card. */
function fieldAt(drawn: Scene, card: string, y: number | undefined): string | undefined {
  const { y: top = Number.NaN, rows = [] } = drawn.cards.find(({ id }) => id === card) ?? {};
  return rows.find((row) => y !== undefined && y >= top + row.y && y <= top + row.y + row.height)?.fieldId;
}

const ends = (drawn: Scene) =>
  drawn.edges.map(({ from, to, points }) => [
    fieldAt(drawn, from, points[0]?.y),
    fieldAt(drawn, to, points.at(-1)?.y),
  ]);

const expected = [
  ['a.ward', 'b.clinic'],
  ['a.admitted', 'b.patient'],
  ['b.consultant', undefined],
];

test('a line of a field leaves its row and meets that of the other field', () => {
  expect(ends(scene)).toEqual(expected);
  const [first] = scene.edges;
  expect([first?.points[0]?.x, first?.points.at(-1)?.x]).toEqual([208, 420]);
});

test('it does so too after the card was moved', () => {
  expect(ends(moveCards(scene, new Map([['b', { x: 500, y: -140 }]])))).toEqual(expected);
});

test('more fields than a card lists share its last row', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    id: `f${index}`,
    name: `f${index}`,
    type: null,
  }));
  const { cards } = buildScene(
    { ...graph, nodes: [{ ...dataset('a', false), fields: many }], edges: [] },
    {},
    { level: 'dataset', groupBy: 'none', collapsed: [] },
  );
  const rows = cards[0]?.rows ?? [];
  expect([rows.length, new Set(rows.map(({ y }) => y)).size]).toEqual([60, 41]);
});
