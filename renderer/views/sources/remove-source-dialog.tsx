import { useState } from 'react';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { refreshCase } from '../../state/case-store';
import { closeEvidence } from '../../state/evidence-store';
import { runJob } from '../../state/jobs-store';
import { notify, notifyFailure } from '../../state/notices-store';
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
    const outcome = await runJob(
      'sources.remove',
      { sourceId: source.id, reason: reason.trim() },
      t('sources.removing', { file: source.name }),
    );
    if (!outcome.ok) {
      notifyFailure(t('sources.removeFailed'), outcome.error);
      return;
    }
    closeEvidence();
    await refreshCase();
    notify({ tone: 'good', title: t('sources.removed', { file: source.name }) });
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
