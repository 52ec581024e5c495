import { expect, test } from 'vitest';
import { overlapping } from '../../../shared/diagram/testing/checks';
import { arrangeProcess } from './arrange-process';
import type { LayoutInput } from './layout-input';

const way = ['register', 'triage', 'test', 'treat', 'release'] as const;
const input: LayoutInput = {
  boxes: way.map((id) => ({ id, width: 208, height: 80, group: null })),
  edges: [
    ...way.slice(1).map((to, index) => ({ from: way[index] ?? '', to, volume: 900 })),
    // Seldom taken, and against the way: they must not turn it round.
    { from: 'release', to: 'register', volume: 3 },
    { from: 'treat', to: 'triage', volume: 20 },
  ],
  lineCount: 6,
  isProcess: true,
};

test('a process reads along its main way, whatever seldom leads back', async () => {
  const { places } = await arrangeProcess(input);
  const steps = way.map((id) => places.get(id) ?? { x: Number.NaN, y: Number.NaN });
  const isAhead = (axis: 'x' | 'y') =>
    steps.slice(1).every((step, index) => step[axis] > (steps[index]?.[axis] ?? Number.NaN) + 60);
  expect(isAhead('x') || isAhead('y')).toBe(true);
  const boxes = input.boxes.map((box) => ({ ...box, ...(places.get(box.id) ?? { x: 0, y: 0 }) }));
  expect(overlapping(boxes)).toEqual([]);
});

test('the same process is arranged alike every time', async () => {
  expect(await arrangeProcess(input)).toEqual(await arrangeProcess(input));
});
