import { useEffect } from 'react';
import { useImportRequest } from '../../state/import-request-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Dialog } from '../../widgets/dialog';
import { FailureState } from '../../widgets/failure-state';
import { ProgressBar } from '../../widgets/progress-bar';
import { chosenFiles, openQuestions } from './file-choice';
import { FileList } from './file-list';
import { FilePreview } from './file-preview';
import { ImportReportPane } from './import-report';
import { beginImport, importChosen, leaveImport, putImportAside, showFile, useImport } from './import-store';
import { RunningImport } from './running-import';
import './import-dialog.css';

/** Files on their way in: look, adjust, import, see what was refused. */
export function ImportDialog() {
  const paths = useImportRequest((state) => (state.isNamingCase ? null : state.paths));
  const { stage, isAside } = useImport();

  useEffect(() => {
    if (paths !== null) void beginImport(paths);
  }, [paths]);

  return (
    <Dialog
      title={stage === 'report' ? t('import.reportTitle') : t('import.title')}
      isOpen={paths !== null && !isAside}
      onClose={stage === 'running' ? putImportAside : leaveImport}
      size="large"
      staysOnOutsidePress
      footer={<Footer />}
    >
      <Body />
    </Dialog>
  );
}

function Body() {
  const { stage, failure } = useImport();
  if (stage === 'report') return <ImportReportPane />;
  if (stage === 'running') return <RunningImport />;
  return (
    <>
      {failure !== null && <FailureState title={t('import.failed')} message={failure.message} />}
      {stage === 'reading' && failure === null && (
        <div className="import__wait" role="status">
          <p>{t('import.reading')}</p>
          <ProgressBar label={t('import.reading')} fraction={null} />
        </div>
      )}
      {stage === 'choosing' && (
        <div className="import">
          <FileList />
          <FilePreview />
        </div>
      )}
    </>
  );
}

function Footer() {
  const { stage, choices } = useImport();
  if (stage === 'report') {
    return (
      <Button variant="primary" onClick={leaveImport}>
        {t('import.finish')}
      </Button>
    );
  }
  if (stage === 'running') return <Button onClick={putImportAside}>{t('import.aside')}</Button>;
  const count = chosenFiles(choices).length;
  const question = openQuestions(choices)[0];
  return (
    <>
      {question !== undefined && (
        <div className="import__question">
          <p>{t('import.questions', { count: openQuestions(choices).length })}</p>
          <Button variant="quiet" onClick={() => showFile(question.preview.path)}>
            {t('import.showQuestion')}
          </Button>
        </div>
      )}
      <Button onClick={leaveImport}>{t('common.cancel')}</Button>
      <Button
        variant="primary"
        disabled={count === 0 || question !== undefined}
        onClick={() => void importChosen()}
      >
        {t('import.run', { count })}
      </Button>
    </>
  );
}
