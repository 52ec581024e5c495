import { expect, test } from 'vitest';
import { detailLevel, edgeLook, scaleStep } from './detail-level';

test('cards lose their text before they lose their place, and few cards never do', () => {
  expect([
    detailLevel(1, 800),
    detailLevel(0.75, 800),
    detailLevel(0.74, 800),
    detailLevel(0.41, 800),
    detailLevel(0.21, 800),
    detailLevel(0.21, 30),
  ]).toEqual(['full', 'full', 'brief', 'title', 'far', 'title']);
});

test('the scale makes up for the zoom, in steps of a quarter of a doubling', () => {
  expect([1, 0.5, 0.25, 0.3, 2].map((zoom) => Math.round(scaleStep(zoom) * 100) / 100)).toEqual([
    1, 2, 4, 3.36, 0.5,
  ]);
});

test('edges become thin shapes where they are far off, or so many that words on them would hide the picture', () => {
  expect([
    edgeLook('full', 800, 1900),
    edgeLook('brief', 800, 1900),
    edgeLook('full', 32, 1200),
    edgeLook('title', 100, 200),
    edgeLook('title', 800, 1900),
    edgeLook('far', 800, 100),
  ]).toEqual(['drawn', 'shapes', 'shapes', 'drawn', 'shapes', 'shapes']);
});
