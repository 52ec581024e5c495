import type { ReactNode } from 'react';
import { startReconciliation, useReconciled, useReconciliation } from '../state/reconciliation-store';
import { t } from '../strings/text';
import { JobState } from './job-state';

/** Shows its content once every message of the case has been matched; until then, how far that is. */
export function Reconciled({ children }: { readonly children: ReactNode }) {
  const isReady = useReconciled();
  const { jobId, failure } = useReconciliation();
  if (isReady) return children;
  return (
    <JobState title={t('reconcile.job')} jobId={jobId} failure={failure} onRetry={startReconciliation} />
  );
}
