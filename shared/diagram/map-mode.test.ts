import { expect, test } from 'vitest';
import type { LineageEdge, LineageGraph, LineageNode } from '../model/lineage-graph';
import { buildScene } from './build-scene';
import type { MapMode } from './scene';
import { sceneToSvg } from './scene-to-svg';

const node = (name: string): LineageNode => ({
  id: name,
  kind: 'system',
  name,
  group: 'trust',
  lines: [],
  isDeclared: true,
  status: 'live',
  flags: [],
  subjectId: null,
});

const flow = (from: string, to: string, of: Partial<LineageEdge> = {}): LineageEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  datasets: [],
  declared: true,
  observed: true,
  status: 'live',
  sent: 0,
  received: 0,
  lost: 0,
  count: null,
  medianSeconds: null,
  flowIds: [],
  ...of,
});

const graph: LineageGraph = {
  level: 'system',
  groups: [{ id: 'trust', name: 'Trust', kind: 'organisation' }],
  nodes: ['Lab', 'Engine', 'Record', 'Warehouse', 'Cloud'].map(node),
  edges: [
    flow('Lab', 'Engine', { sent: 9000, received: 9000 }),
    flow('Engine', 'Record', { sent: 1250, received: 1200, lost: 50 }),
    flow('Record', 'Warehouse', { sent: 40, received: null, lost: null }),
    flow('Warehouse', 'Cloud', {
      status: 'planned',
      observed: false,
      sent: null,
      received: null,
      lost: null,
    }),
  ],
};

const at = {
  Lab: [0, 0],
  Engine: [400, 0],
  Record: [800, 0],
  Warehouse: [1200, 0],
  Cloud: [1600, 0],
} as const;
const positions = Object.fromEntries(Object.entries(at).map(([id, [x, y]]) => [id, { x, y }]));
const sceneIn = (mode?: MapMode, collapsed: readonly string[] = []) =>
  buildScene(graph, positions, {
    level: 'system',
    groupBy: 'organisation',
    collapsed,
    ...(mode === undefined ? {} : { mode }),
  });
const saidIn = (mode: MapMode) =>
  Object.fromEntries(sceneIn(mode).edges.map(({ id, label, tone, weight }) => [id, [tone, label, weight]]));

const failure: MapMode = {
  kind: 'failure',
  of: 'Engine',
  failed: new Set(['Engine']),
  unavailable: new Set(['Record']),
  unsupplied: new Set(['Warehouse']),
};

test('in the mode of losses a line is as thick as what was sent, and says what of it was lost', () => {
  expect(saidIn({ kind: 'losses' })).toEqual({
    'Lab>Engine': [undefined, 'none lost · of 9,000', 5],
    'Engine>Record': ['alert', '50 lost · of 1,250 · 4 %', 4],
    'Record>Warehouse': ['faint', '40 · loss unknown', 3],
    'Warehouse>Cloud': ['faint', 'planned', 1],
  });
});

test('its title sums up what was lost, and does not pass over what cannot be determined', () => {
  expect(sceneIn({ kind: 'losses' }).title).toBe(
    '50 of 10,250 sent were lost, on 1 of 2 flows; of 1 more it cannot be determined',
  );
});

test('messages of which nobody can say are not passed off as arrived, on the line or in the title', () => {
  const edges = [
    flow('Lab', 'Engine', { sent: 294, received: 268, unobservable: 26 }),
    flow('Engine', 'Record', { sent: 10, received: 0, lost: null, unobservable: 10 }),
  ];
  const scene = buildScene({ ...graph, edges }, positions, {
    level: 'system',
    groupBy: 'organisation',
    collapsed: [],
    mode: { kind: 'losses' },
  });
  expect(scene.edges.find(({ from }) => from === 'Lab')?.label).toBe('none known lost · of 294 · 26 unknown');
  expect(scene.title).toBe(
    'None of 294 sent is known to be lost on 1 flow; of 36 messages and of 1 more flow it cannot be determined',
  );
});

test('where something fails, a word on each card says what that does to it, and the title sums it up', () => {
  const scene = sceneIn(failure);
  expect(scene.cards.map(({ id, badge }) => [id, badge?.text, badge?.tone])).toEqual([
    ['Lab', undefined, undefined],
    ['Engine', 'fails', 'alert'],
    ['Record', 'unavailable', 'alert'],
    ['Warehouse', 'gets nothing new', 'plain'],
    ['Cloud', undefined, undefined],
  ]);
  expect(scene.title).toBe(
    'If Engine fails, 1 of 4 systems is unavailable, 3 flows stop and 1 system gets nothing new',
  );
  expect(saidIn(failure)).toEqual({
    'Lab>Engine': ['alert', 'stops', undefined],
    'Engine>Record': ['alert', 'stops', undefined],
    'Record>Warehouse': ['alert', 'stops', undefined],
    'Warehouse>Cloud': ['faint', '', undefined],
  });
});

test('a folded group says how many of its members are unavailable', () => {
  expect(sceneIn(failure, ['trust']).groups.map(({ badge }) => badge?.text)).toEqual(['2 unavailable']);
});

test('a mode moves nothing, and draws what it leads to over the rest', () => {
  const places = (scene: ReturnType<typeof sceneIn>) =>
    scene.cards.map(({ id, x, y, width, height }) => [id, x, y, width, height]);
  const scene = sceneIn(failure);
  expect(places(scene)).toEqual(places(sceneIn()));
  expect(places(sceneIn({ kind: 'losses' }))).toEqual(places(sceneIn()));
  expect(sceneIn({ kind: 'losses' }).edges.at(-1)?.id).toBe('Engine>Record');
});

test('its words are in the picture that is written', () => {
  const svg = sceneToSvg(sceneIn(failure));
  expect(
    ['gets nothing new', 'unavailable', 'Stops: begins or ends'].filter((words) => svg.includes(words)),
  ).toHaveLength(3);
});

test('of groups that several flows join, the line says how many of those stop', () => {
  const joined: LineageGraph = {
    ...graph,
    groups: ['trust', 'elsewhere'].map((id) => ({ id, name: id, kind: 'organisation' })),
    nodes: graph.nodes.map((one) => (one.id === 'Cloud' ? { ...one, group: 'elsewhere' } : one)),
    edges: [flow('Engine', 'Cloud'), flow('Lab', 'Cloud')],
  };
  const scene = buildScene(joined, positions, {
    level: 'system',
    groupBy: 'organisation',
    collapsed: ['trust', 'elsewhere'],
    mode: failure,
  });
  expect(scene.edges.map(({ label }) => label)).toEqual(['1 of 2 flows stops']);
});
