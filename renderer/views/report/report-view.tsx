import { FileText, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type ReportTemplate, reportTemplates } from '../../../shared/model/report';
import { JobState } from '../../analysis/job-state';
import { useCase } from '../../state/case-store';
import { redoLast, undoLast, useNextSteps } from '../../state/undo';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { Tabs } from '../../widgets/tabs';
import { ToneShape } from '../../widgets/tag';
import { withTemplate } from './edit-definition';
import { exportReport } from './export-report';
import { PagePreview } from './page-preview';
import { ReportOptions } from './report-options';
import { editReport, startReport, useReport } from './report-store';
import { SavedReports } from './saved-reports';
import { SectionList } from './section-list';
import { SectionOptions } from './section-options';
import { usePreview } from './use-preview';
import './report-view.css';

/** Puts a board report together: what is in it, how each page will look, and what it does not say. */
export default function ReportView() {
  const path = useCase((state) => state.info?.path ?? null);
  const isOfCase = useReport((state) => state.casePath === path);
  const definition = useReport((state) => (isOfCase ? state.definition : null));
  const { undo, redo } = useNextSteps();
  const chosen = useReport((state) => state.chosen);
  // A template is filled from the case: first for the empty view, later at each choice of another.
  const [wanted, setWanted] = useState<{ readonly template: ReportTemplate; readonly turn: number } | null>(
    null,
  );
  const template = wanted?.template ?? (definition === null ? 'investigation' : null);
  const filled = useComputed(
    'report.template',
    template === null ? null : { template },
    t('report.filling'),
    wanted?.turn ?? 0,
  );
  const [turn, setTurn] = useState(0);
  const [page, setPage] = useState({ page: 0, turn: 0 });
  const [tab, setTab] = useState<'section' | 'report'>('section');
  const isWritable = definition !== null && definition.title.trim() !== '';
  const previewed = usePreview(isWritable ? definition : null, turn);

  useEffect(() => {
    if (filled.value === null || path === null) return;
    const value = filled.value;
    if (definition === null) startReport(path, value);
    else if (wanted !== null) editReport((current) => withTemplate(current, value), 0);
    setWanted(null);
  }, [filled.value, path, definition, wanted]);

  const { preview, failure, isRunning, jobId } = previewed;
  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.report')}</h1>
        <Choice
          label={t('report.template')}
          value={wanted?.template ?? definition?.template ?? 'investigation'}
          options={reportTemplates.map((value) => ({ value, title: t(`report.template.${value}`) }))}
          onChange={(value) => setWanted({ template: value, turn: (wanted?.turn ?? 0) + 1 })}
        />
        <IconButton
          icon={Undo2}
          label={undo === null ? t('edits.undo') : t('edits.undoNext', { summary: undo })}
          disabled={undo === null}
          onClick={() => void undoLast()}
        />
        <IconButton
          icon={Redo2}
          label={redo === null ? t('edits.redo') : t('edits.redoNext', { summary: redo })}
          disabled={redo === null}
          onClick={() => void redoLast()}
        />
        {definition !== null && (
          <div className="view__tools">
            <SavedReports
              definition={definition}
              onOpen={(opened, name) => editReport(() => opened, 0, t('report.step.opened', { name }))}
            />
            <Button disabled={!isWritable} onClick={() => void exportReport(definition, 'html')}>
              {t('report.html')}
            </Button>
            <Button
              variant="primary"
              icon={FileText}
              disabled={!isWritable}
              onClick={() => void exportReport(definition, 'pdf')}
            >
              {t('report.pdf')}
            </Button>
          </div>
        )}
      </header>
      {definition === null ? (
        <JobState
          title={t('report.filling')}
          jobId={filled.jobId}
          failure={filled.failure}
          onRetry={() => setWanted({ template: 'investigation', turn: (wanted?.turn ?? 0) + 1 })}
        />
      ) : (
        <div className="report">
          <SectionList
            definition={definition}
            onChoose={(index) => {
              setTab('section');
              const at = preview?.sectionPages[index] ?? null;
              if (at !== null) setPage({ page: at, turn: page.turn + 1 });
            }}
          />
          <div className="report__middle">
            {preview !== null && failure === null && preview.notes.length > 0 && (
              <ul className="report__notes" aria-label={t('report.notes')}>
                {preview.notes.map((note) => (
                  <li key={note}>
                    <ToneShape tone="warn" />
                    <span>{note}</span>
                  </li>
                ))}
              </ul>
            )}
            {failure !== null || preview === null ? (
              <JobState
                title={t('report.job')}
                jobId={jobId}
                failure={failure}
                onRetry={() => setTurn(turn + 1)}
              />
            ) : (
              <PagePreview preview={preview} isRunning={isRunning} wanted={page} />
            )}
          </div>
          <aside className="report__side" aria-label={t('report.options')}>
            <Tabs
              label={t('report.options')}
              value={tab}
              tabs={[
                { value: 'section', title: t('report.tab.section') },
                { value: 'report', title: t('report.tab.report') },
              ]}
              onChange={setTab}
            >
              {tab === 'section' ? (
                <SectionOptions definition={definition} index={chosen} />
              ) : (
                <ReportOptions definition={definition} redacted={preview?.redacted ?? []} />
              )}
            </Tabs>
          </aside>
        </div>
      )}
    </div>
  );
}
