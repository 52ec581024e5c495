import { useState } from 'react';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { notify } from '../../state/notices-store';
import { removeSource } from '../../state/source-changes';
import { undoLast } from '../../state/undo';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { TextField } from '../../widgets/text-field';

interface RemoveSourceDialogProps {
  readonly source: SourceRow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A source leaves the case only with a reason, which the case log keeps. */
export function RemoveSourceDialog({ source, isOpen, onClose }: RemoveSourceDialogProps) {
  const [reason, setReason] = useState('');

  const remove = async () => {
    onClose();
    if (!(await removeSource(source, reason.trim()))) return;
    notify({
      tone: 'good',
      title: t('sources.removed', { file: source.name }),
      action: { label: t('edits.undo'), run: () => void undoLast() },
    });
  };

  return (
    <Dialog
      title={t('sources.removeTitle', { file: source.name })}
      description={t('sources.removeText', { count: source.accepted })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="danger" type="submit" form="remove-source" disabled={reason.trim() === ''}>
            {t('sources.remove')}
          </Button>
        </>
      }
    >
      <form
        id="remove-source"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void remove();
        }}
      >
        <TextField label={t('sources.removeReason')} isWide value={reason} onChange={setReason} autoFocus />
      </form>
    </Dialog>
  );
}
