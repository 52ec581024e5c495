import { expect, test } from 'vitest';
import { layOutCard } from '../../../shared/diagram/card';
import type { LineageGraph, LineageNode } from '../../../shared/model/lineage-graph';
import { roomForOpen, withoutFields } from './room-for-open';

const node = (id: string, fields?: LineageNode['fields']): LineageNode => ({
  id,
  kind: 'dataset',
  name: id,
  group: null,
  lines: [],
  isDeclared: true,
  status: 'live',
  flags: [],
  subjectId: null,
  fieldCount: 3,
  ...(fields === undefined ? {} : { fields }),
});
const fields = ['nhs_number', 'sent_at', 'status'].map((name) => ({ id: name, name, type: 'text' }));
const graph: LineageGraph = {
  level: 'dataset',
  groups: [],
  nodes: [node('open', fields), node('beside'), node('below')],
  edges: [],
};
const positions = { open: { x: 0, y: 0 }, beside: { x: 300, y: 0 }, below: { x: 0, y: 200, isPinned: true } };

const options = { collapsed: [] };

test('an open card moves down what its fields would cover, and nothing else', () => {
  const { height } = layOutCard(node('open'));
  const near = { ...positions, below: { x: 0, y: height + 30, isPinned: true } };
  const opened = layOutCard(node('open', fields)).height;
  expect(opened).toBeGreaterThan(height + 3 * 12);
  expect(roomForOpen(graph, near, options)).toEqual({
    ...near,
    below: { x: 0, y: opened + 44, isPinned: true },
  });
  expect(roomForOpen(graph, { ...positions, below: { x: 0, y: 900 } }, options)).toEqual({
    ...positions,
    below: { x: 0, y: 900 },
  });
});

test('a card in a group pushes the cards below it, and the group what stands below the group', () => {
  const inGroup = (id: string, open: boolean) => ({ ...node(id, open ? fields : undefined), group: 'g' });
  const grouped: LineageGraph = {
    level: 'dataset',
    groups: [{ id: 'g', name: 'Group', kind: 'system' }],
    nodes: [inGroup('open', true), inGroup('under', false), inGroup('side', false), node('outside')],
    edges: [],
  };
  const { height } = layOutCard(node('open'));
  const by = layOutCard(node('open', fields)).height - height;
  const places = {
    open: { x: 0, y: 0 },
    under: { x: 0, y: height + 30 },
    side: { x: 300, y: height + 30 },
    outside: { x: 0, y: 2 * height + 90 },
  };
  const moved = roomForOpen(grouped, places, options);
  expect({ ...moved, outside: undefined }).toEqual({
    ...places,
    under: { x: 0, y: height + 30 + by },
    outside: undefined,
  });
  expect((moved.outside?.y ?? 0) - places.outside.y).toBeGreaterThanOrEqual(by);
});

test('folded again, everything is where it was', () => {
  expect(roomForOpen(withoutFields(graph), positions, options)).toBe(positions);
});
