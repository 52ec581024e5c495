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

test('an open card moves what is below it down by the height of its fields, and nothing else', () => {
  const by = layOutCard(node('open', fields)).height - layOutCard(node('open')).height;
  expect(by).toBeGreaterThan(3 * 12);
  expect(roomForOpen(graph, positions)).toEqual({
    ...positions,
    below: { x: 0, y: 200 + by, isPinned: true },
  });
});

test('folded again, everything is where it was', () => {
  expect(roomForOpen(withoutFields(graph), positions)).toBe(positions);
});
