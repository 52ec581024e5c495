import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { isReconciled, reconciliation } from './reconciliation';

/**
 * Lost messages by "from to" system ids, as the last reconciliation of the case as it stands found them;
 * null where it has not been reconciled since it changed. A flow that nobody can judge is left out.
 */
export function knownLosses(db: Database, estate: Estate): ReadonlyMap<string, number> | null {
  return isReconciled(db) ? judgedLosses(db, estate) : null;
}

/** The same, reconciling first where the case has changed. */
export function judgedLosses(db: Database, estate: Estate): ReadonlyMap<string, number> {
  const { flows } = reconciliation(db, estate);
  return new Map(
    flows.flatMap(({ fromId, toId, row }) =>
      row.sent === 0 || row.unobservable === row.sent ? [] : [[`${fromId} ${toId}`, row.lost] as const],
    ),
  );
}
