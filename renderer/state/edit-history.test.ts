import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../shared/contract/edit-methods';
import { editToRedo, editToUndo } from './edit-history';

const edit = (id: number, stands: boolean): Edit => ({
  id,
  at: '2023-04-03T08:00:00.000Z',
  author: 'A. Person',
  reason: 'Letter of 3 March',
  summary: `edit ${id}`,
  isOfNames: false,
  stands,
});
const list = (...stands: boolean[]) => stands.map((each, index) => edit(stands.length - index, each));
const ids = (edits: readonly Edit[]) => [editToUndo(edits)?.id ?? null, editToRedo(edits)?.id ?? null];

test('undo takes the newest that stands, redo the oldest undone after it', () => {
  expect([
    ids([]),
    ids(list(true, true)),
    ids(list(false, false, true)),
    ids(list(true, false, true)),
    ids(list(false, false)),
  ]).toEqual([
    [null, null],
    [2, null],
    [1, 2],
    [3, null],
    [null, 1],
  ]);
});

test('as many redos as undos give back what was there', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), fc.nat(12), (stands, steps) => {
      let edits = list(...stands, true);
      const before = edits.map((each) => each.stands);
      const offered = editToRedo(edits);
      let done = 0;
      const set = (id: number | undefined, value: boolean) => {
        edits = edits.map((each) => (each.id === id ? edit(each.id, value) : each));
      };
      for (; done < steps && editToUndo(edits) !== null; done += 1) set(editToUndo(edits)?.id, false);
      // Holes left by undoing from the list are filled first by a redo: only a plain stack comes back whole.
      if (stands.includes(false) || offered !== null) return;
      for (; done > 0; done -= 1) set(editToRedo(edits)?.id, true);
      expect(edits.map((each) => each.stands)).toEqual(before);
    }),
  );
});
