import { useEffect } from 'react';
import { create } from 'zustand';
import type { Failure } from '../../shared/contract/outcome';
import { ask } from '../api';
import { t } from '../strings/text';
import { useCase } from './case-store';
import { dismissJob, runJob } from './jobs-store';

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
    // What changed meanwhile is reconciled next; the revision never goes back to what was asked before.
    if (useCase.getState().revision !== revision) return;
    // The map, the details and the findings say more once the losses are known: they are asked again.
    useReconciliation.setState({ revision: revision + 1 });
    useCase.setState({ revision: revision + 1 });
    return;
  }
  useReconciliation.setState({ revision });
}

/** Reconciles the case as it stands, unless that is done or under way. */
export function startReconciliation(): void {
  const { revision } = useCase.getState();
  if (running !== null || useReconciliation.getState().revision === revision) return;
  running = reconcile(revision).finally(() => {
    running = null;
    const { phase, revision: latest } = useCase.getState();
    // Whoever asked while this was under way was not heard.
    if (phase === 'open' && latest > revision && useReconciliation.getState().failure === null)
      startReconciliation();
  });
}

/** Logs of up to this many events are matched without being asked, so that the map can say what was lost. */
const unaskedUpTo = 1_000_000;

/** Sees to it that a case of ordinary size is reconciled, in the background. */
export function useBackgroundReconciliation(): void {
  const revision = useCase((state) => state.revision);
  const events = useCase((state) => state.info?.counts.events ?? 0);
  useEffect(() => {
    if (revision > 0 && events > 0 && events <= unaskedUpTo) startReconciliation();
  }, [revision, events]);
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
