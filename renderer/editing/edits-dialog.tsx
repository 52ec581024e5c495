import { History } from 'lucide-react';
import type { Edit } from '../../shared/contract/edit-methods';
import { rememberAuthor, useAuthorName } from '../analysis/author-fields';
import { closeEditing, openAdd } from '../state/editing-store';
import { decideStanding } from '../state/undo';
import { useAnswer } from '../state/use-answer';
import { formatInstant } from '../strings/format';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { EmptyState } from '../widgets/empty-state';
import { FailureState } from '../widgets/failure-state';
import { Tag } from '../widgets/tag';
import { TextField } from '../widgets/text-field';
import './editing.css';

/** What was stated by hand: who, when, why; each can be undone and redone. */
export function EditsDialog() {
  const answer = useAnswer('edit.list', {});
  const name = useAuthorName((state) => state.name);
  const edits = answer.value ?? [];
  return (
    <Dialog
      title={t('edits.title')}
      description={t('edits.text')}
      size="medium"
      isOpen
      onClose={closeEditing}
      footer={
        <>
          <Button onClick={() => openAdd(null)}>{t('add.button')}</Button>
          <Button variant="primary" onClick={closeEditing}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {answer.failure !== null && <FailureState title={t('edits.failed')} message={answer.failure.message} />}
      {edits.length > 0 && (
        <TextField label={t('author.name')} isWide value={name} onChange={(typed) => rememberAuthor(typed)} />
      )}
      {edits.length === 0 && answer.failure === null && !answer.isLoading && (
        <EmptyState icon={History} title={t('edits.none')}>
          {t('edits.noneText')}
        </EmptyState>
      )}
      {edits.length > 0 && (
        <ul className="edits" aria-label={t('edits.title')}>
          {edits.map((edit) => (
            <EditItem key={edit.id} edit={edit} canAct={name.trim() !== ''} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function EditItem({ edit, canAct }: { readonly edit: Edit; readonly canAct: boolean }) {
  const { summary, stands } = edit;
  return (
    <li className="edits__item" data-undone={stands ? undefined : true}>
      <p className="edits__summary">{summary}</p>
      <div className="edits__state">
        <Tag tone={stands ? 'good' : 'quiet'}>{stands ? t('edits.stands') : t('edits.isUndone')}</Tag>
        <Button
          disabled={!canAct}
          aria-label={stands ? t('edits.undoOf', { summary }) : t('edits.redoOf', { summary })}
          onClick={() => void decideStanding(edit, !stands)}
        >
          {stands ? t('edits.undo') : t('edits.redo')}
        </Button>
      </div>
      <p className="edits__meta">
        {edit.author} · {formatInstant(edit.at)}
        <br />
        {t('edits.why')}: {edit.reason}
      </p>
    </li>
  );
}
