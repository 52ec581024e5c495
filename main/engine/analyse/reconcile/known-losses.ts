import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { isReconciled, reconciliation } from './reconciliation';

/** `lost` null where nobody can judge the flow. */
export interface FlowLoss {
  readonly lost: number | null;
  readonly unobservable: number;
}

/**
 * Lost messages by "from to" system ids, as the last reconciliation of the case as it stands found them;
 * null where it has not been reconciled since it changed. A flow of which nothing was sent is left out.
 */
export function knownLosses(db: Database, estate: Estate): ReadonlyMap<string, FlowLoss> | null {
  return isReconciled(db) ? judgedLosses(db, estate) : null;
}

/** The same, reconciling first where the case has changed. */
export function judgedLosses(db: Database, estate: Estate): ReadonlyMap<string, FlowLoss> {
  const { flows } = reconciliation(db, estate);
  return new Map(
    flows.flatMap(({ fromId, toId, row: { sent, lost, unobservable } }) =>
      sent === 0
        ? []
        : [[`${fromId} ${toId}`, { lost: unobservable === sent ? null : lost, unobservable }] as const],
    ),
  );
}
