import { expect, test } from 'vitest';
import { emptySubject, subjectOf } from './subject-of';

test('a view that needs something is not exported before it is given', () => {
  expect(
    (['map', 'messages', 'why', 'trace', 'impact', 'holdings', 'evidence'] as const).map((view) =>
      subjectOf(view, emptySubject),
    ),
  ).toEqual([{}, null, null, null, null, null, {}]);
});

test('each view takes of what was filled in only what it is about', () => {
  const draft = {
    ...{ flow: 'A > B', a: ' A', b: 'B ', record: 'p-1', of: 'Hall' },
    ...{ packedBy: 'R. Oake', authority: '', reference: ' C-7 ' },
  };
  expect(
    (['lost', 'messages', 'trace', 'impact', 'holdings', 'evidence'] as const).map((view) =>
      subjectOf(view, draft),
    ),
  ).toEqual([
    {},
    { flow: 'A > B' },
    { record: 'p-1' },
    { of: 'Hall' },
    { between: ['A', 'B'] },
    { packedBy: 'R. Oake', reference: 'C-7' },
  ]);
});
