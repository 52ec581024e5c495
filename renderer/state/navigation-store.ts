import { create } from 'zustand';
import { closeEvidence } from './evidence-store';

export const viewIds = [
  'map',
  'reconcile',
  'records',
  'losses',
  'timeline',
  'findings',
  'owners',
  'impact',
  'compare',
  'report',
  'sources',
] as const;
export type ViewId = (typeof viewIds)[number];

/** What a view is asked to show on arrival; each view reads the parts that it knows. */
export interface Focus {
  readonly nodeId?: string;
  readonly sourceId?: number;
  readonly text?: string;
  readonly flow?: string;
}

interface NavigationState {
  readonly view: ViewId;
  readonly focus: Focus | null;
  /** Counts arrivals, so that the same focus asked for twice is followed twice. */
  readonly turn: number;
}

export const useNavigation = create<NavigationState>(() => ({ view: 'map', focus: null, turn: 0 }));

/** Evidence belongs to the view that it was opened from, and closes with it. */
export function goTo(view: ViewId, focus: Focus | null = null): void {
  if (view !== useNavigation.getState().view) closeEvidence();
  useNavigation.setState(({ turn }) => ({ view, focus, turn: turn + 1 }));
}
