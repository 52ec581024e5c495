import { useState } from 'react';
import { t } from '../../../strings/text';
import { Button } from '../../../widgets/button';
import { Dialog } from '../../../widgets/dialog';
import { TextField } from '../../../widgets/text-field';

interface SaveViewDialogProps {
  /** Names in use: saving under one replaces it, which the button says. */
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

export function SaveViewDialog({ taken, onSave, onClose }: SaveViewDialogProps) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  return (
    <Dialog
      title={t('savedViews.saveTitle')}
      description={t('savedViews.saveText')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="save-view" disabled={name === ''}>
            {taken.includes(name) ? t('savedViews.update', { name }) : t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="save-view"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') onSave(name);
        }}
      >
        <TextField label={t('savedViews.name')} isWide value={typed} onChange={setTyped} maxLength={200} />
      </form>
    </Dialog>
  );
}
