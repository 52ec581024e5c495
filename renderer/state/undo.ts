import type { Edit } from '../../shared/contract/edit-methods';
import { useAuthorName } from '../analysis/author-fields';
import { ask } from '../api';
import { t } from '../strings/text';
import { refreshCase, useCase } from './case-store';
import {
  type Change,
  changeToRedo,
  changeToUndo,
  noteRedone,
  noteUndone,
  recordChange,
  useChanges,
} from './change-history';
import { editToRedo, editToUndo } from './edit-history';
import { openEdits } from './editing-store';
import { useNavigation } from './navigation-store';
import { notify, notifyFailure } from './notices-store';
import { useAnswer } from './use-answer';

/** A statement as a change: taken back and let stand again in the name last given. */
export const statementChange = (edit: Edit): Change => ({
  summary: edit.summary,
  scope: 'case',
  undo: () => setStanding(edit, false),
  redo: () => setStanding(edit, true),
});

/** Takes a statement back, or lets it stand again, from the list of them; that can itself be undone. */
export async function decideStanding(edit: Edit, stands: boolean): Promise<void> {
  if (!(await setStanding(edit, stands))) return;
  const { summary } = edit;
  const title = stands ? t('edits.redone', { summary }) : t('edits.undone', { summary });
  notify({ tone: 'good', title });
  recordChange({
    summary: title,
    undo: () => setStanding(edit, !stands),
    redo: () => setStanding(edit, stands),
  });
}

async function setStanding(edit: Edit, stands: boolean): Promise<boolean> {
  const author = useAuthorName.getState().name.trim();
  if (author === '') {
    openEdits();
    notify({ tone: 'plain', title: t('edits.needName') });
    return false;
  }
  const outcome = await ask(stands ? 'edit.redo' : 'edit.undo', {
    id: edit.id,
    author,
    reason: stands ? t('edits.redoReason') : t('edits.undoReason'),
  });
  if (outcome.ok) await refreshCase();
  else notifyFailure(stands ? t('edits.redoFailed') : t('edits.undoFailed'), outcome.error);
  return outcome.ok;
}

const composesReport = () => useNavigation.getState().view === 'report';

/** What undo takes back next: the last change of this session, else the last statement of an earlier one. */
function nextUndo(composes: boolean, edits: readonly Edit[]): Change | null {
  const change = changeToUndo(useChanges.getState(), composes);
  const edit = change === null ? editToUndo(edits) : null;
  return change ?? (edit === null ? null : statementChange(edit));
}

/** What redo does again next. A change after an undo leaves nothing to redo, also of earlier sessions. */
function nextRedo(composes: boolean, edits: readonly Edit[]): Change | null {
  const history = useChanges.getState();
  const change = changeToRedo(history, composes);
  const edit = change === null && changeToUndo(history, false) === null ? editToRedo(edits) : null;
  return change ?? (edit === null ? null : statementChange(edit));
}

/** Steps follow one another: keys may come faster than a change is taken back. */
let lastStep: Promise<void> = Promise.resolve();

/** One that fails says so to its caller and does not keep the next from its turn. */
function inTurn(step: () => Promise<void>): Promise<void> {
  const turn = lastStep.then(step);
  lastStep = turn.catch(() => {});
  return turn;
}

async function step(isUndo: boolean): Promise<void> {
  const outcome = await ask('edit.list', {});
  if (!outcome.ok) {
    notifyFailure(t('edits.failed'), outcome.error);
    return;
  }
  const change = (isUndo ? nextUndo : nextRedo)(composesReport(), outcome.value);
  if (change === null) {
    notify({ tone: 'plain', title: isUndo ? t('edits.noUndo') : t('edits.noRedo') });
    return;
  }
  if (!(await (isUndo ? change.undo() : change.redo()))) return;
  if (isUndo) noteUndone(change);
  else noteRedone(change);
  const { summary } = change;
  notify({ tone: 'good', title: isUndo ? t('edits.undone', { summary }) : t('edits.redone', { summary }) });
}

export const undoLast = (): Promise<void> => inTurn(() => step(true));
export const redoLast = (): Promise<void> => inTurn(() => step(false));

export interface NextSteps {
  /** What undo would take back, in words; null where there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** For the menu, the palette and buttons: what undo and redo would do now. */
export function useNextSteps(): NextSteps {
  useChanges();
  const hasCase = useCase((state) => state.info !== null);
  const composes = useNavigation((state) => state.view === 'report');
  const edits = useAnswer('edit.list', hasCase ? {} : null).value ?? [];
  if (!hasCase) return { undo: null, redo: null };
  return {
    undo: nextUndo(composes, edits)?.summary ?? null,
    redo: nextRedo(composes, edits)?.summary ?? null,
  };
}
