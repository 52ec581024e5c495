import { expect, test } from 'vitest';
import { overlapping } from '../../../shared/diagram/testing/checks';
import { arrangeInFrames } from './arrange-in-frames';
import { arrangeProcess } from './arrange-process';
import type { LayoutInput } from './layout-input';

const box = (system: string, word: string) => ({
  id: `${system} ${word}`,
  width: 208,
  height: 80,
  group: system,
});
const input: LayoutInput = {
  boxes: [
    box('engine', 'received'),
    box('engine', 'sent'),
    box('lab', 'sent'),
    box('record', 'received'),
    box('record', 'sent'),
  ],
  edges: [
    { from: 'lab sent', to: 'engine received', volume: 1500 },
    { from: 'engine received', to: 'engine sent', volume: 1480 },
    { from: 'engine sent', to: 'record received', volume: 1400 },
    // The next message begins anew: that must not turn the way round.
    { from: 'record received', to: 'lab sent', volume: 30 },
    { from: 'record sent', to: 'engine received', volume: 20 },
  ],
  lineCount: 5,
  isProcess: true,
};

test('systems stand along the way that messages take, each with what comes in over what goes out', async () => {
  const { places } = await arrangeInFrames(input, arrangeProcess);
  const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
  const way = ['lab sent', 'engine received', 'record received'].map(at);
  const isAhead = (axis: 'x' | 'y') =>
    way.slice(1).every((place, index) => place[axis] > (way[index]?.[axis] ?? Number.NaN) + 60);
  expect(isAhead('x') || isAhead('y')).toBe(true);
  expect(at('engine received').x).toBe(at('engine sent').x);
  expect(at('engine received').y).toBeLessThan(at('engine sent').y);
  expect(overlapping(input.boxes.map((one) => ({ ...one, ...at(one.id) })))).toEqual([]);
});

test('the same interfaces are arranged alike every time', async () => {
  expect(await arrangeInFrames(input, arrangeProcess)).toEqual(await arrangeInFrames(input, arrangeProcess));
});
