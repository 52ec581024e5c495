import { expect, test } from 'vitest';
import {
  afterRedo,
  afterUndo,
  forgetPlacements,
  type Placement,
  placementToRedo,
  placementToUndo,
  recordAct,
  recordPlacement,
  usePlacements,
} from './placement-history';

const moved = (at: string): Placement => ({
  kind: 'move',
  level: 'system',
  groupBy: 'organisation',
  before: [{ nodeId: 'system:a', x: 0, y: 0, isPinned: false }],
  after: [{ nodeId: 'system:a', x: 90, y: 40, isPinned: true }],
  at,
});

test('an undo takes back whatever was done last: a moved card, or a statement made after it', () => {
  forgetPlacements();
  recordPlacement(moved('2023-04-03T08:00:00.000Z'));
  const history = usePlacements.getState();
  expect([
    placementToUndo(history, null)?.at,
    placementToUndo(history, '2023-04-03T07:00:00.000Z')?.at,
    placementToUndo(history, '2023-04-03T09:00:00.000Z'),
  ]).toEqual(['2023-04-03T08:00:00.000Z', '2023-04-03T08:00:00.000Z', null]);
});

test('redo goes back the way of undo, and ends with a new move', () => {
  forgetPlacements();
  recordPlacement(moved('2023-04-03T08:00:00.000Z'));
  let history = usePlacements.getState();
  history = afterUndo(afterUndo(history, 'placement'), 'statement');
  expect(placementToRedo(history)).toBeNull();
  history = afterRedo(history);
  expect(placementToRedo(history)).toEqual(moved('2023-04-03T08:00:00.000Z'));
  expect(afterRedo(history)).toEqual({
    done: [moved('2023-04-03T08:00:00.000Z')],
    undone: [],
    undoneSorts: [],
  });
  usePlacements.setState(history);
  recordPlacement(moved('2023-04-03T10:00:00.000Z'));
  expect(placementToRedo(usePlacements.getState())).toBeNull();
});

test('an act of another sort is undone in its turn', async () => {
  forgetPlacements();
  recordPlacement(moved('2023-04-03T08:00:00.000Z'));
  const calls: string[] = [];
  const call = (name: string) => async () => {
    calls.push(name);
    return true;
  };
  recordAct({ summary: 'View deleted', undo: call('undo'), redo: call('redo') });
  const last = placementToUndo(usePlacements.getState(), null);
  if (last?.kind === 'act') await last.undo();
  const next = placementToUndo(afterUndo(usePlacements.getState(), 'placement'), null);
  expect([last?.kind, calls, next?.kind]).toEqual(['act', ['undo'], 'move']);
});
