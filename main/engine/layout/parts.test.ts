import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapping } from '../../../shared/diagram/testing/checks';
import { communities } from './communities';
import type { Arrangement, SizedBox } from './layout-input';
import { pack } from './pack';
import { arrangeSimply } from './simple-layered';

const anyBoxes = fc
  .array(fc.record({ width: fc.integer({ min: 20, max: 400 }), height: fc.integer({ min: 20, max: 400 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((sizes): SizedBox[] => sizes.map((size, index) => ({ id: `b${index}`, ...size })));

const anyEdges = fc.array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: 40 });

const edgesAmong = (boxes: readonly SizedBox[], edges: readonly { from: number; to: number }[]) =>
  edges
    .map(({ from, to }) => ({ from: `b${from % boxes.length}`, to: `b${to % boxes.length}` }))
    .filter(({ from, to }) => from !== to);

const placed = (boxes: readonly SizedBox[], { places }: Arrangement) =>
  boxes.map((box) => ({ ...box, ...(places.get(box.id) ?? { x: Number.NaN, y: Number.NaN }) }));

test('the simple layout places every box and lets none overlap, with cycles too', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyBoxes,
      anyEdges,
      fc.constantFrom('RIGHT', 'DOWN'),
      async (boxes, edges, direction) => {
        const arranged = await arrangeSimply(boxes, edgesAmong(boxes, edges), direction, 1);
        const cards = placed(boxes, arranged);
        expect(cards.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        expect(overlapping(cards)).toEqual([]);
      },
    ),
  );
});

test('packing lets none overlap and keeps within its extent', () => {
  fc.assert(
    fc.property(anyBoxes, (boxes) => {
      const packed = pack(boxes, 10, 1.6);
      const cards = placed(boxes, packed);
      expect(overlapping(cards)).toEqual([]);
      const outside = cards.filter(
        ({ x, y, width, height }) => x + width > packed.width || y + height > packed.height,
      );
      expect(outside).toEqual([]);
    }),
  );
});

test('communities hold every box once, none larger than allowed, and find two cliques', () => {
  fc.assert(
    fc.property(anyBoxes, anyEdges, (boxes, edges) => {
      const ids = boxes.map((box) => box.id);
      const sets = communities(ids, edgesAmong(boxes, edges), 5);
      expect(sets.flat().sort()).toEqual([...ids].sort());
      expect(sets.every((set) => set.length <= 5)).toBe(true);
    }),
  );
  const clique = (names: string) => [...names].flatMap((from) => [...names].map((to) => ({ from, to })));
  const two = communities(
    [...'abcdwxyz'],
    [...clique('abcd'), ...clique('wxyz'), { from: 'd', to: 'w' }],
    30,
  );
  expect(two.map((set) => [...set].sort().join(''))).toEqual(['abcd', 'wxyz']);
});
