import { useState } from 'react';
import { bridge } from '../../api';
import { createCase, useCase } from '../../state/case-store';
import { closeEvidence } from '../../state/evidence-store';
import { endNamingCase, useImportRequest } from '../../state/import-request-store';
import { resetMap } from '../../state/map-store';
import { goTo } from '../../state/navigation-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { Dialog } from '../../widgets/dialog';
import { FailureState } from '../../widgets/failure-state';
import { TextField } from '../../widgets/text-field';

/** Names a new case, asks where it is kept, and goes on with the files that wait for it. */
export function NewCaseDialog() {
  const isOpen = useImportRequest((state) => state.isNamingCase);
  const waiting = useImportRequest((state) => state.paths?.length ?? 0);
  const failure = useCase((state) => state.failure);
  const [title, setTitle] = useState('');
  const [keepsIdentifiers, setKeepsIdentifiers] = useState(false);

  const make = async () => {
    const name = title.trim() || t('newCase.untitled');
    const path = await bridge.chooseToSave({
      title: t('newCase.where'),
      suggestedName: `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.whereabouts`,
      filters: [{ name: t('start.caseFiles'), extensions: ['whereabouts'] }],
    });
    if (path === null) return;
    if (!(await createCase({ path, title: name, keepIdentifiers: keepsIdentifiers }))) return;
    closeEvidence();
    resetMap();
    goTo('map');
    setTitle('');
    setKeepsIdentifiers(false);
    endNamingCase(true);
  };

  return (
    <Dialog
      title={t('newCase.title')}
      description={waiting > 0 ? t('newCase.waiting', { count: waiting }) : t('newCase.text')}
      isOpen={isOpen}
      onClose={() => endNamingCase(false)}
      footer={
        <>
          <Button onClick={() => endNamingCase(false)}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-case">
            {t('newCase.make')}
          </Button>
        </>
      }
    >
      <form
        id="new-case"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={t('newCase.name')}
          isWide
          value={title}
          onChange={setTitle}
          placeholder={t('newCase.namePlaceholder')}
          autoFocus
        />
      </form>
      <div>
        <Check isChecked={keepsIdentifiers} onChange={setKeepsIdentifiers}>
          {t('newCase.keep')}
        </Check>
        <p className="field__hint">{t('newCase.keepText')}</p>
      </div>
      {failure !== null && <FailureState title={t('newCase.failed')} message={failure.message} />}
    </Dialog>
  );
}
