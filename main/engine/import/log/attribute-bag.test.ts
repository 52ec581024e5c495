import { expect, test } from 'vitest';
import { AttributeBag } from './attribute-bag';

test('attributes keep both values of one name, and names of the language are plain names', () => {
  const bag = new AttributeBag()
    .add('a', ' 1 ')
    .add('a', '2')
    .add('a', '1')
    .add('b', ' ')
    .add('__proto__', 'p');
  expect([Object.entries(bag.toRecord() ?? {}), new AttributeBag().toRecord()]).toEqual([
    [
      ['a', '1'],
      ['a 2', '2'],
      ['__proto__', 'p'],
    ],
    null,
  ]);
});
