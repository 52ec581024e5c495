import { expect, test } from 'vitest';
import { detailLevel, scaleStep } from './detail-level';

test('cards lose their text before they lose their place, and few cards never do', () => {
  expect([
    detailLevel(1, 800),
    detailLevel(0.5, 800),
    detailLevel(0.49, 800),
    detailLevel(0.21, 800),
    detailLevel(0.21, 30),
  ]).toEqual(['full', 'full', 'title', 'far', 'title']);
});

test('the scale makes up for the zoom, in steps of half a doubling', () => {
  expect([1, 0.5, 0.25, 0.3, 2].map((zoom) => Math.round(scaleStep(zoom) * 100) / 100)).toEqual([
    1, 2, 4, 2.83, 0.5,
  ]);
});
