import { expect, it } from 'vitest';
import { jsonParts } from './json-parts';

it('prints a long list in parts, to the letter as it would in one', () => {
  const long = Array.from({ length: 12_000 }, (_, i) => ({ n: i, text: 'a\nb', none: undefined, list: [i] }));
  const values = [
    long,
    { files: long, empty: [], gone: undefined, last: 'x' },
    { a: 1 },
    [],
    null,
    'text',
    [undefined],
  ];
  expect(values.map((value) => [...jsonParts(value)].join(''))).toEqual(
    values.map((value) => `${JSON.stringify(value, null, 2)}\n`),
  );
});
