import { reconciliation } from '../analyse/reconcile/reconciliation';
import type { CallContext, EngineContext } from '../context';

/** Says what is being done, where how much of it is left is not known. */
export function saysWhat(call: CallContext, label: string): void {
  call.progress({ label, done: 0, total: null, unit: 'steps', secondsLeft: null });
}

/** Reconciles the case where that is to do, and says how far it is: most of the waiting is for this. */
export function reconcileFirst(context: EngineContext, call: CallContext): void {
  const started = performance.now();
  reconciliation(context.openCase.db, context.estate(), (done, total) => {
    const seconds = (performance.now() - started) / 1000;
    call.progress({
      label: 'Matching what was sent with what arrived',
      done,
      total,
      unit: 'rows',
      secondsLeft: done > 0 && seconds > 1 ? (seconds / done) * (total - done) : null,
    });
  });
}
