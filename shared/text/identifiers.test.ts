import { expect, test } from 'vitest';
import { identifiersOf } from './identifiers';

test('a pasted list gives each identifier once, whatever separates them', () => {
  expect(identifiersOf('943 476 5919\n"943-476-5870", 9434765919;\t9434765919\r\n\n')).toEqual([
    '943 476 5919',
    '943-476-5870',
    '9434765919',
  ]);
});
