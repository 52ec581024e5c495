import { cancelJob, useJobs } from '../../state/jobs-store';
import { progressText } from '../../state/progress-text';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { ProgressBar } from '../../widgets/progress-bar';
import { useImport } from './import-store';

/** The import as it goes; cancelling leaves the case as it was. */
export function RunningImport() {
  const jobId = useImport((state) => state.jobId);
  const job = useJobs((state) => state.jobs.find((candidate) => candidate.id === jobId));
  const progress = job?.progress ?? null;
  const fraction =
    progress === null || progress.total === null || progress.total === 0
      ? null
      : progress.done / progress.total;
  return (
    <div className="import__wait">
      <p className="import__job">{job?.title ?? t('import.starting')}</p>
      <ProgressBar label={job?.title ?? t('import.starting')} fraction={fraction} />
      <p className="import__progress numeric">{progressText(progress)}</p>
      <div>
        <Button
          disabled={job === undefined || job.state !== 'running'}
          onClick={() => {
            if (jobId !== null) cancelJob(jobId);
          }}
        >
          {t('import.cancel')}
        </Button>
      </div>
      <p className="import__promise">{t('import.cancelText')}</p>
    </div>
  );
}
