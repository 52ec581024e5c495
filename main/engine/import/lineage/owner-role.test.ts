import { expect, test } from 'vitest';
import { roleOfOwnerWord } from './owner-role';

test.each([
  ['DATA_STEWARD', 'steward'],
  ['TECHNICAL_OWNER', 'it owner'],
  ['BUSINESS_OWNER', 'business owner'],
  ['IAO', 'information asset owner'],
  ['joint controller', 'joint controller'],
  ['DATAOWNER', 'owner'],
  ['something new', 'owner'],
  [null, 'owner'],
  ['CONSUMER', null],
])('%s is %s', (word, role) => {
  expect(roleOfOwnerWord(word)).toBe(role);
});
