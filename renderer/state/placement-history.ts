import { create } from 'zustand';
import type { PlacedBox } from '../../shared/contract/map-methods';
import type { MapGrouping, MapLevel } from '../../shared/model/vocabulary';

/** A change of where boxes stand: some were moved, or the whole was laid out afresh. */
export interface Placement {
  readonly kind: 'move' | 'relayout';
  readonly level: MapLevel;
  readonly groupBy: MapGrouping;
  /** Where the picture was one that grows from a node. */
  readonly from?: string;
  /** What an undo puts back. */
  readonly before: readonly PlacedBox[];
  /** What a redo puts back; a fresh layout is worked out again instead. */
  readonly after: readonly PlacedBox[];
  /** When, as the case's log writes times: it decides whether a statement or this is undone first. */
  readonly at: string;
}

/** Something else that a person changed and may take back: a log's coverage, a finding's acceptance, a saved view. */
export interface SessionAct {
  readonly kind: 'act';
  /** In words, for the notice: "Saved view Losses deleted". */
  readonly summary: string;
  readonly at: string;
  /** True when it is taken back. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

export type Change = Placement | SessionAct;

interface History {
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
  /** What was undone, in order: a redo goes back the same way. */
  readonly undoneSorts: readonly ('placement' | 'statement')[];
}

const empty: History = { done: [], undone: [], undoneSorts: [] };

/** Changes of places and other acts of this session, beside the statements, which the case itself remembers. */
export const usePlacements = create<History>(() => empty);

export function forgetPlacements(): void {
  usePlacements.setState(empty);
}

/** A new change: what was undone before it cannot be done again. */
export function recordPlacement(placement: Change): void {
  usePlacements.setState(({ done }) => ({ done: [...done, placement], undone: [], undoneSorts: [] }));
}

/** Notes an act that was just done. */
export function recordAct(act: Pick<SessionAct, 'summary' | 'undo' | 'redo'>): void {
  recordPlacement({ kind: 'act', at: new Date().toISOString(), ...act });
}

/** Whether an undo takes back the last change of this session rather than the statement made at a time. */
export function placementToUndo(history: History, statementAt: string | null): Change | null {
  const last = history.done.at(-1);
  return last !== undefined && (statementAt === null || last.at >= statementAt) ? last : null;
}

export function placementToRedo(history: History): Change | null {
  return history.undoneSorts.at(-1) === 'placement' ? (history.undone.at(-1) ?? null) : null;
}

export function afterUndo(history: History, sort: 'placement' | 'statement'): History {
  const undoneSorts = [...history.undoneSorts, sort];
  const last = history.done.at(-1);
  if (sort === 'statement' || last === undefined) return { ...history, undoneSorts };
  return { done: history.done.slice(0, -1), undone: [...history.undone, last], undoneSorts };
}

export function afterRedo(history: History): History {
  const sort = history.undoneSorts.at(-1);
  const undoneSorts = history.undoneSorts.slice(0, -1);
  const last = history.undone.at(-1);
  if (sort !== 'placement' || last === undefined) return { ...history, undoneSorts };
  return { done: [...history.done, last], undone: history.undone.slice(0, -1), undoneSorts };
}
