import type { Estate } from '../../../../shared/model/estate';
import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import {
  type DayCount,
  eventsPerPart,
  type OutcomeList,
  readDays,
  readFlows,
  readLists,
  readPart,
  type StoredReconciliation,
  saveReconciliation,
  stateOfCase,
  storedVersion,
} from '../../store/kept/reconciliation-store';
import type { FlowReckoning } from './flow-reckoning';
import { reckon } from './reckon';

/** A case's reconciliation, wherever it is kept. */
export interface Reconciliation {
  readonly flows: readonly FlowReckoning[];
  /** The outcome byte of an event: see `dispose`. */
  outcomeOf(event: number): number;
  /** A send's receipt or a receipt's send; 0 for none. */
  partnerOf(event: number): number;
  /** Microseconds after a send at which its absence is an answer; by system ids. */
  maximumDelayOf(from: number, to: number): number;
  /** Events of one outcome by flow, in order of time; not kept for delivered and for matched receipts. */
  lists(outcome: number): readonly OutcomeList[];
  days(): readonly DayCount[];
}

const made = new WeakMap<Database, { readonly version: string; readonly reconciliation: Reconciliation }>();

/** True where `reconciliation` answers at once. */
export function isReconciled(db: Database): boolean {
  const version = stateOfCase(db);
  return made.get(db)?.version === version || storedVersion(db) === version;
}

/**
 * The reconciliation of the case as it stands: the one kept in it, or a new one, which is then kept. A case
 * that cannot be written (read-only, locked) is reconciled all the same, for this process alone.
 */
export function reconciliation(
  db: Database,
  estate: Estate,
  onProgress: (done: number, total: number) => void = () => {},
): Reconciliation {
  const version = stateOfCase(db);
  const known = made.get(db);
  if (known?.version === version) return known.reconciliation;
  let found: Reconciliation;
  if (storedVersion(db) === version) found = fromStore(db);
  else {
    const fresh = reckon(db, estate, version, onProgress);
    found = fromMemory(fresh);
    keep(db, fresh);
  }
  made.set(db, { version, reconciliation: found });
  return found;
}

function keep(db: Database, fresh: StoredReconciliation): void {
  try {
    saveReconciliation(db, fresh);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
  }
}

const maximumIn =
  (flows: readonly FlowReckoning[]) =>
  (from: number, to: number): number =>
    (flows.find((flow) => flow.fromId === from && flow.toId === to)?.row.maximumDelaySeconds ?? 0) * 1e6;

function fromMemory(fresh: StoredReconciliation): Reconciliation {
  const flows = JSON.parse(fresh.flows) as FlowReckoning[];
  return {
    flows,
    maximumDelayOf: maximumIn(flows),
    outcomeOf: (event) => fresh.outcomes[event] ?? 0,
    partnerOf: (event) => fresh.partners[event] ?? 0,
    lists: (outcome) => fresh.lists.filter((list) => list.outcome === outcome),
    days: () => fresh.days,
  };
}

function fromStore(db: Database): Reconciliation {
  const parts = new Map<number, ReturnType<typeof readPart>>();
  const partOf = (event: number): ReturnType<typeof readPart> => {
    const first = Math.floor(event / eventsPerPart) * eventsPerPart;
    let part = parts.get(first);
    if (!part) {
      part = readPart(db, first);
      parts.set(first, part);
    }
    return part;
  };
  const flows = JSON.parse(readFlows(db)) as FlowReckoning[];
  return {
    flows,
    maximumDelayOf: maximumIn(flows),
    outcomeOf: (event) => partOf(event).outcomes[event % eventsPerPart] ?? 0,
    partnerOf: (event) => partOf(event).partners[event % eventsPerPart] ?? 0,
    lists: (outcome) => readLists(db, outcome),
    days: () => readDays(db),
  };
}
