import { expect, test } from 'vitest';
import { countedByKind } from './impact-summary';

test('what stops is counted sort by sort', () => {
  const of = (...kinds: readonly ('site' | 'system' | 'dataset')[]) =>
    countedByKind(kinds.map((kind) => ({ kind })));
  expect([of('system', 'site', 'dataset', 'system'), of('system'), of()]).toEqual([
    '1 site, 2 systems and 1 dataset',
    '1 system',
    'nothing else',
  ]);
});
