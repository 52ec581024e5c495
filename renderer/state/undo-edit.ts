import type { Edit } from '../../shared/contract/edit-methods';
import { useAuthorName } from '../analysis/author-fields';
import { ask } from '../api';
import { t } from '../strings/text';
import { refreshCase } from './case-store';
import { editToRedo, editToUndo } from './edit-history';
import { openEdits } from './editing-store';
import { notify, notifyFailure } from './notices-store';
import { afterRedo, afterUndo, placementToRedo, placementToUndo, usePlacements } from './placement-history';
import { repeatPlacement, takeBackPlacement } from './undo-placement';

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
  if (await stepPlacement(edit, stands)) return;
  if (edit === null) notify({ tone: 'plain', title: stands ? t('edits.noRedo') : t('edits.noUndo') });
  else {
    await setStanding(edit, stands);
    usePlacements.setState((history) => (stands ? afterRedo(history) : afterUndo(history, 'statement')));
  }
}

/** Takes back or repeats what was done last in this session where that is no statement. True when it was. */
async function stepPlacement(edit: Edit | null, stands: boolean): Promise<boolean> {
  const history = usePlacements.getState();
  const placement = stands ? placementToRedo(history) : placementToUndo(history, edit?.at ?? null);
  if (placement === null) return false;
  if (placement.kind === 'act') {
    if (!(await (stands ? placement.redo() : placement.undo()))) return true;
    usePlacements.setState(stands ? afterRedo(history) : afterUndo(history, 'placement'));
    const text = { summary: placement.summary };
    notify({ tone: 'good', title: stands ? t('edits.redone', text) : t('edits.undone', text) });
    return true;
  }
  if (!(await (stands ? repeatPlacement(placement) : takeBackPlacement(placement)))) return true;
  usePlacements.setState(stands ? afterRedo(history) : afterUndo(history, 'placement'));
  const what = placement.kind === 'move' ? 'moved' : 'laidOut';
  notify({ tone: 'good', title: stands ? t(`map.${what}.again`) : t(`map.${what}.back`) });
  return true;
}

export const undoLast = (): Promise<void> => step(editToUndo, false);
export const redoLast = (): Promise<void> => step(editToRedo, true);
