import { expect, test } from 'vitest';
import { chosenRange, moveCursor } from './row-cursor';

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
  expect([grown, grown && chosenRange(grown)]).toEqual([{ active: 4, anchor: 5 }, [4, 5]]);
});

test('Ctrl+A chooses every row and other commands are left alone', () => {
  expect([
    moveCursor({ active: 2, anchor: 2 }, press('a', false, true), 10),
    moveCursor({ active: 2, anchor: 2 }, press('c', false, true), 10),
    moveCursor({ active: 2, anchor: 2 }, press('x'), 10),
    moveCursor({ active: 0, anchor: 0 }, press('ArrowDown'), 0),
  ]).toEqual([{ anchor: 0, active: 9 }, null, null, null]);
});
