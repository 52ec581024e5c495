import type { Edit } from '../../shared/contract/edit-methods';
import { useAuthorName } from '../analysis/author-fields';
import { ask } from '../api';
import { t } from '../strings/text';
import { refreshCase } from './case-store';
import { editToRedo, editToUndo } from './edit-history';
import { openEdits } from './editing-store';
import { notify, notifyFailure } from './notices-store';

/** Takes an edit back or lets it stand again, in the name last given; says what was done. */
export async function setStanding(edit: Edit, stands: boolean): Promise<void> {
  const author = useAuthorName.getState().name.trim();
  if (author === '') {
    openEdits();
    notify({ tone: 'plain', title: t('edits.needName') });
    return;
  }
  const outcome = await ask(stands ? 'edit.redo' : 'edit.undo', {
    id: edit.id,
    author,
    reason: stands ? t('edits.redoReason') : t('edits.undoReason'),
  });
  if (!outcome.ok) {
    notifyFailure(stands ? t('edits.redoFailed') : t('edits.undoFailed'), outcome.error);
    return;
  }
  await refreshCase();
  const text = { summary: edit.summary };
  notify({ tone: 'good', title: stands ? t('edits.redone', text) : t('edits.undone', text) });
}

async function step(pick: (edits: readonly Edit[]) => Edit | null, stands: boolean): Promise<void> {
  const outcome = await ask('edit.list', {});
  if (!outcome.ok) {
    notifyFailure(t('edits.failed'), outcome.error);
    return;
  }
  const edit = pick(outcome.value);
  if (edit === null) notify({ tone: 'plain', title: stands ? t('edits.noRedo') : t('edits.noUndo') });
  else await setStanding(edit, stands);
}

export const undoLast = (): Promise<void> => step(editToUndo, false);
export const redoLast = (): Promise<void> => step(editToRedo, true);
