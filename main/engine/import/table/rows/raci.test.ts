import { expect, test } from 'vitest';
import { raciLettersOf } from './raci';

test.each([
  ['A', ['a']],
  ['R/A', ['r', 'a']],
  ['Accountable (A)', ['a']],
  ['RACI: C', ['c']],
  ['AR', ['a', 'r']],
  ['A81001', null],
  ['RC1', null],
  ['n/a', null],
  ['', null],
])('the letters of "%s"', (cell, letters) => {
  expect(raciLettersOf(cell)).toEqual(letters);
});
