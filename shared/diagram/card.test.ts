import { expect, test } from 'vitest';
import type { LineageNode } from '../model/lineage-graph';
import { layOutCard } from './card';

const wordsOf = (node: Partial<LineageNode>): readonly string[] =>
  layOutCard({
    id: 'a',
    kind: 'dataset',
    name: 'Letters',
    group: null,
    lines: [],
    isDeclared: false,
    status: 'live',
    flags: [],
    subjectId: null,
    ...node,
  }).texts.map(({ text }) => text);

test('only what logs alone name is called so', () => {
  expect(wordsOf({})).toContain('Undeclared: only in logs');
  expect(wordsOf({ namedBy: 'flow' })).toContain('Named only by a flow');
  expect(wordsOf({ namedBy: 'flow' })).not.toContain('Undeclared: only in logs');
});
