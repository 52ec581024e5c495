import { useEffect } from 'react';
import { create } from 'zustand';
import type { Failure } from '../../shared/contract/outcome';
import { ask } from '../api';
import { t } from '../strings/text';
import { useCase } from './case-store';
import { dismissJob, runJob } from './jobs-store';
import { forgetAnswers } from './use-answer';

interface ReconciliationState {
  /** The state of the case that has been reconciled; null while none has. */
  readonly revision: number | null;
  readonly jobId: string | null;
  readonly failure: Failure | null;
}

/** Every message matched once for each state of the case: what the counts of several views rest on. */
export const useReconciliation = create<ReconciliationState>(() => ({
  revision: null,
  jobId: null,
  failure: null,
}));

let running: Promise<void> | null = null;

async function reconcile(revision: number): Promise<void> {
  useReconciliation.setState({ failure: null });
  const ready = await ask('reconcile.isReady', {});
  if (!ready.ok) {
    useReconciliation.setState({ failure: ready.error });
    return;
  }
  if (!ready.value) {
    const outcome = await runJob('reconcile.run', {}, t('reconcile.job'), (jobId) =>
      useReconciliation.setState({ jobId }),
    );
    const { jobId } = useReconciliation.getState();
    useReconciliation.setState({ jobId: null, failure: outcome.ok ? null : outcome.error });
    if (!outcome.ok) return;
    if (jobId !== null) dismissJob(jobId);
    // The map says how many were lost, once that is known.
    forgetAnswers('map.scene');
    forgetAnswers('map.details');
  }
  useReconciliation.setState({ revision });
}

/** Reconciles the case as it stands, unless that is done or under way. */
export function startReconciliation(): void {
  const { revision } = useCase.getState();
  if (running !== null || useReconciliation.getState().revision === revision) return;
  running = reconcile(revision).finally(() => {
    running = null;
  });
}

/** True when the case as it stands is reconciled; sees to it that it is. */
export function useReconciled(): boolean {
  const revision = useCase((state) => state.revision);
  const isReady = useReconciliation((state) => state.revision === revision);
  useEffect(() => {
    if (!isReady) startReconciliation();
  }, [isReady]);
  return isReady;
}
