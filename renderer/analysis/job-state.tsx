import type { Failure } from '../../shared/contract/outcome';
import { cancelJob, useJobs } from '../state/jobs-store';
import { progressText } from '../state/progress-text';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { FailureState } from '../widgets/failure-state';
import { WorkingState } from '../widgets/working-state';

interface JobStateProps {
  readonly title: string;
  readonly jobId: string | null;
  readonly failure: Failure | null;
  readonly onRetry: () => void;
}

/** An analysis that is running, was cancelled or failed, in the place of its result. */
export function JobState({ title, jobId, failure, onRetry }: JobStateProps) {
  const progress = useJobs((state) => state.jobs.find((job) => job.id === jobId)?.progress ?? null);
  const retry = <Button onClick={onRetry}>{t('app.tryAgain')}</Button>;
  if (failure !== null) {
    const isCancelled = failure.code === 'cancelled';
    return (
      <FailureState
        title={isCancelled ? t('analysis.cancelled', { title }) : t('analysis.failed', { title })}
        message={isCancelled ? t('analysis.cancelledText') : failure.message}
        actions={retry}
      />
    );
  }
  const fraction =
    progress === null || progress.total === null || progress.total === 0
      ? null
      : progress.done / progress.total;
  return (
    <WorkingState
      title={title}
      detail={progressText(progress)}
      fraction={fraction}
      action={jobId !== null && <Button onClick={() => cancelJob(jobId)}>{t('common.cancel')}</Button>}
    />
  );
}
