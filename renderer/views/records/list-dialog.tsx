import { useId, useState } from 'react';
import { identifiersOf, listedAtMost } from '../../../shared/text/identifiers';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';

interface ListDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onList: (records: readonly string[]) => void;
}

export function ListDialog({ isOpen, onClose, onList }: ListDialogProps) {
  const [text, setText] = useState('');
  const id = useId();
  const found = identifiersOf(text);
  const taken = found.slice(0, listedAtMost);
  return (
    <Dialog
      title={t('records.listTitle')}
      description={t('records.listText')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <p className="records__counted" role="status">
            {found.length > listedAtMost
              ? t('records.tooMany', { count: found.length, most: listedAtMost })
              : t('records.counted', { count: found.length })}
          </p>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={taken.length === 0} onClick={() => onList(taken)}>
            {t('records.traceAll')}
          </Button>
        </>
      }
    >
      <label className="field__label" htmlFor={id}>
        {t('records.listLabel')}
      </label>
      <textarea
        id={id}
        className="field__control records__area mono"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
