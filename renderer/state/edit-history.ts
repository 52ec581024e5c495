import type { Edit } from '../../shared/contract/edit-methods';

/** The edit that an undo would take back: the newest that stands. `edits` are newest first. */
export function editToUndo(edits: readonly Edit[]): Edit | null {
  return edits.find((edit) => edit.stands) ?? null;
}

/**
 * The edit that a redo would let stand again: of those undone after the newest that stands, the oldest. A
 * new edit after an undo leaves nothing to redo; what was undone before it stays in the list.
 */
export function editToRedo(edits: readonly Edit[]): Edit | null {
  const newest = edits.findIndex((edit) => edit.stands);
  const undone = newest === -1 ? edits : edits.slice(0, newest);
  return undone.at(-1) ?? null;
}
