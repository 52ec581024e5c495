import { expect, test } from 'vitest';
import type { TimelineKind } from '../../../shared/contract/analysis-methods';
import { type Listed, timelineLanes } from './timeline-lanes';

const hour = 3_600_000;
const start = Date.parse('2023-03-01T00:00:00.000Z');
/** A pixel an hour. */
const stretch = { from: start, to: start + 1000 * hour };
const room = { stretch, scale: { ...stretch, width: 1000 }, nameWidth: () => 92 };

let index = 0;
const entry = (kind: TimelineKind, at: number, until: number | null = null): Listed => ({
  kind,
  at: new Date(start + at * hour).toISOString(),
  until: until === null ? null : new Date(start + until * hour).toISOString(),
  subject: 'A',
  text: '',
  severity: 'information',
  evidence: [],
  index: index++,
});

const shown = (entries: readonly Listed[]) =>
  timelineLanes(entries, room).map(({ kind, rows, marks }) => [
    kind,
    rows,
    marks.map(({ x, width, row, side, label, others }) => [
      Math.round(x),
      Math.round(width),
      row,
      side ?? label,
      others.length,
    ]),
  ]);

test('each sort has its lane, a name stands where it has room, and what lasts is as long as it lasts', () => {
  expect(
    shown([entry('warning', 100), entry('warning', 150), entry('warning', 990), entry('onset', 200, 224)]),
  ).toEqual([
    [
      'warning',
      2,
      [
        [100, 0, 0, 'right', 0],
        [150, 0, 1, 'right', 0],
        [990, 0, 0, 'left', 0],
      ],
    ],
    ['onset', 1, [[200, 24, 0, 'right', 0]]],
  ]);
});

test('what would lie on another mark joins it as a number, and nothing is left out', () => {
  const [lane] = timelineLanes(
    Array.from({ length: 30 }, () => entry('change', 400)),
    room,
  );
  expect([
    lane?.rows,
    lane?.marks.length,
    lane?.marks.reduce((sum, mark) => sum + 1 + mark.others.length, 0),
  ]).toEqual([4, 4, 30]);
});

test('what lies beyond the drawing stands at its end with its date', () => {
  expect(shown([entry('end of life', -5000), entry('end of life', 9000), entry('gap', -10, 20)])).toEqual([
    ['gap', 1, [[0, 20, 0, 'right', 0]]],
    [
      'end of life',
      1,
      [
        [0, 96, 0, 'before', 0],
        [904, 96, 0, 'after', 0],
      ],
    ],
  ]);
});
