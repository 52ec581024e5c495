import { create } from 'zustand';

/** Something that a person changed, and how it is taken back and done again. */
export interface Change {
  /** In words, for the menu and the notice: "View “Losses” deleted". */
  readonly summary: string;
  /** A step in composing a report means nothing where that is not on the screen: undo passes it over there. */
  readonly scope: 'case' | 'report';
  /** True when it is taken back. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

interface History {
  readonly done: readonly Change[];
  /** What was undone, the last at the end. */
  readonly undone: readonly Change[];
}

/**
 * Everything that was changed in this session, in one order: statements, places on the map, coverage, findings,
 * saved views, reports and mappings, imports. Statements of earlier sessions are the case's own to remember.
 */
export const useChanges = create<History>(() => ({ done: [], undone: [] }));

export function forgetChanges(): void {
  useChanges.setState({ done: [], undone: [] });
}

/** Notes a change that was just made: what was undone before it cannot be done again. */
export function recordChange(change: Omit<Change, 'scope'> & Partial<Pick<Change, 'scope'>>): void {
  const whole: Change = { scope: 'case', ...change };
  useChanges.setState(({ done, undone }) => ({
    done: [...done, whole],
    undone: undone.filter(({ scope }) => scope !== whole.scope),
  }));
}

/** Puts a change in the place of the last one, which it goes on from. */
export function amendChange(change: Change): void {
  useChanges.setState(({ done }) => ({ done: [...done.slice(0, -1), change] }));
}

/** Steps in composing a report that begins anew mean nothing any more. */
export function forgetReportSteps(): void {
  const isOfCase = ({ scope }: Change) => scope === 'case';
  useChanges.setState(({ done, undone }) => ({
    done: done.filter(isOfCase),
    undone: undone.filter(isOfCase),
  }));
}

const inSight = (composes: boolean) => (change: Change) => composes || change.scope === 'case';

/** The change that an undo takes back; `composes`: a report is being composed on the screen. */
export const changeToUndo = ({ done }: History, composes: boolean): Change | null =>
  done.findLast(inSight(composes)) ?? null;

export const changeToRedo = ({ undone }: History, composes: boolean): Change | null =>
  undone.findLast(inSight(composes)) ?? null;

/** To be called when a change was taken back; one of an earlier session joins the history by it. */
export function noteUndone(change: Change): void {
  useChanges.setState(({ done, undone }) => ({
    done: done.filter((each) => each !== change),
    undone: [...undone, change],
  }));
}

export function noteRedone(change: Change): void {
  useChanges.setState(({ done, undone }) => ({
    done: [...done, change],
    undone: undone.filter((each) => each !== change),
  }));
}
