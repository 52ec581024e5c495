import { expect, test } from 'vitest';
import { chosenRanges, moveCursor, toggleRow, withinRows } from './row-cursor';

const press = (key: string, shiftKey = false, isCommand = false) => ({ key, shiftKey, isCommand });

test('arrows stop at the ends and page keys at the last row', () => {
  expect([
    moveCursor({ active: 0, anchor: 0 }, press('ArrowUp'), 3),
    moveCursor({ active: 1, anchor: 1 }, press('PageDown'), 3),
    moveCursor({ active: 2, anchor: 2 }, press('Home'), 3),
  ]).toEqual([
    { active: 0, anchor: 0 },
    { active: 2, anchor: 2 },
    { active: 0, anchor: 0 },
  ]);
});

test('shift grows the range from where it began, in either direction', () => {
  const grown = moveCursor({ active: 5, anchor: 5 }, press('ArrowUp', true), 10);
  expect([grown, grown && chosenRanges(grown)]).toEqual([{ active: 4, anchor: 5 }, [[4, 5]]]);
});

test('Ctrl+A chooses every row and other commands are left alone', () => {
  expect([
    moveCursor({ active: 2, anchor: 2 }, press('a', false, true), 10),
    moveCursor({ active: 2, anchor: 2 }, press('c', false, true), 10),
    moveCursor({ active: 2, anchor: 2 }, press('x'), 10),
    moveCursor({ active: 0, anchor: 0 }, press('ArrowDown'), 0),
  ]).toEqual([{ anchor: 0, active: 9 }, null, null, null]);
});

test('rows are added to the choice and taken out one by one, and the last one stays', () => {
  const two = toggleRow({ active: 2, anchor: 2 }, 5);
  const grown = moveCursor(two, press('ArrowDown', true), 10);
  const split = grown && toggleRow({ ...grown, active: 7, anchor: 4 }, 5);
  expect([
    chosenRanges(two),
    grown && chosenRanges(grown),
    split && chosenRanges(split),
    chosenRanges(toggleRow({ active: 3, anchor: 3 }, 3)),
  ]).toEqual([
    [
      [2, 2],
      [5, 5],
    ],
    [
      [2, 2],
      [5, 6],
    ],
    [
      [2, 2],
      [4, 4],
      [6, 7],
    ],
    [[3, 3]],
  ]);
});

test('by keyboard: Ctrl with an arrow moves alone, Ctrl with Space chooses, and a plain arrow begins anew', () => {
  const moved = moveCursor({ active: 1, anchor: 1 }, press('ArrowDown', false, true), 9);
  const further = moved && moveCursor(moved, press('ArrowDown', false, true), 9);
  const chosen = further && moveCursor(further, press(' ', false, true), 9);
  const plain = chosen && moveCursor(chosen, press('ArrowDown'), 9);
  expect([further, chosen, plain].map((cursor) => cursor && [cursor.active, chosenRanges(cursor)])).toEqual([
    [3, [[1, 1]]],
    [
      3,
      [
        [1, 1],
        [3, 3],
      ],
    ],
    [4, [[4, 4]]],
  ]);
});

test('a list that became shorter keeps what of the choice is left', () => {
  expect(
    withinRows(
      {
        active: 9,
        anchor: null,
        kept: [
          [0, 1],
          [3, 8],
          [9, 9],
        ],
      },
      5,
    ),
  ).toEqual({
    active: 4,
    anchor: null,
    kept: [
      [0, 1],
      [3, 4],
    ],
  });
});
