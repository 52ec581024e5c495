import { useEffect, useState } from 'react';
import { type ExportView, exportViews } from '../../../shared/contract/estate-methods';
import { bridge } from '../../api';
import { closeExport, useExportRequest } from '../../state/export-request-store';
import { runJob } from '../../state/jobs-store';
import { useMap } from '../../state/map-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { Dialog } from '../../widgets/dialog';
import { FailureState } from '../../widgets/failure-state';
import { TextField } from '../../widgets/text-field';
import { SubjectFields } from './subject-fields';
import { emptySubject, subjectOf } from './subject-of';

const viewTitle = (view: ExportView) => t(`export.view.${view}`);

/** What, in which format, under which title: then where. */
export function ExportDialog() {
  const asked = useExportRequest((state) => state.view);
  const formats = useAnswer('export.formats', asked === null ? null : {});
  const [view, setView] = useState<ExportView>('map');
  const [formatId, setFormatId] = useState('pdf');
  const [title, setTitle] = useState('');
  const [draft, setDraft] = useState(emptySubject);

  useEffect(() => {
    if (asked !== null) setView(asked);
  }, [asked]);

  const known = formats.value ?? [];
  const views = exportViews.filter((candidate) => known.some((format) => format.views.includes(candidate)));
  const possible = known.filter((format) => format.views.includes(view));
  const format = possible.find((candidate) => candidate.id === formatId) ?? possible[0];

  const subject = subjectOf(view, draft);

  const run = async () => {
    if (format === undefined || subject === null) return;
    const file = await bridge.chooseToSave({
      title: t('export.where'),
      suggestedName: `${viewTitle(view)}.${format.extension}`,
      filters: [{ name: format.title, extensions: [format.extension] }],
    });
    if (file === null) return;
    closeExport();
    const { level, groupBy, collapsed, only, open, lines, mode } = useMap.getState();
    const picture = {
      level,
      groupBy,
      collapsed: [...collapsed],
      lines,
      ...(mode === null ? {} : { mode }),
      ...(open.length === 0 ? {} : { open: [...open] }),
      ...(only === null ? {} : { only: [...only] }),
    };
    const outcome = await runJob(
      'export.run',
      {
        file,
        view,
        format: format.id,
        ...(view === 'map' ? picture : {}),
        ...subject,
        ...(title.trim() === '' ? {} : { title: title.trim() }),
      },
      t('export.job', { name: viewTitle(view) }),
    );
    if (!outcome.ok) {
      notifyFailure(t('export.failed'), outcome.error);
      return;
    }
    notify({
      tone: 'good',
      title: t('export.done', { name: viewTitle(view) }),
      detail: [outcome.value.file, ...outcome.value.notes].join(' · '),
      action: { label: t('evidence.showFile'), run: () => void bridge.showInFolder(outcome.value.file) },
    });
  };

  return (
    <Dialog
      title={t('export.title')}
      isOpen={asked !== null}
      onClose={closeExport}
      footer={
        <>
          <Button onClick={closeExport}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="export"
            disabled={format === undefined || subject === null}
          >
            {t('export.run')}
          </Button>
        </>
      }
    >
      {formats.failure !== null && (
        <FailureState title={t('export.formatsFailed')} message={formats.failure.message} />
      )}
      <form
        id="export"
        className="export"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Choice
          label={t('export.what')}
          isWide
          value={view}
          options={views.map((value) => ({ value, title: viewTitle(value) }))}
          onChange={setView}
        />
        <Choice
          label={t('export.format')}
          isWide
          value={format?.id ?? ''}
          options={possible.map((candidate) => ({ value: candidate.id, title: candidate.title }))}
          onChange={setFormatId}
        />
        <SubjectFields view={view} draft={draft} change={setDraft} />
        {view === 'map' && (
          <>
            <TextField label={t('export.caption')} isWide value={title} onChange={setTitle} />
            <p className="field__hint">{t('export.captionHint')}</p>
            <p className="field__hint">{t('export.asShown')}</p>
          </>
        )}
      </form>
    </Dialog>
  );
}
