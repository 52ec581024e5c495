import { create } from 'zustand';
import type { Reckoned } from '../../analysis/dispositions';
import type { Grain, Measure, Period } from './heat-map-cells';

export interface ChosenMessages {
  readonly flow: string;
  readonly disposition: Exclude<Reckoned, 'queued'>;
  /** Null for those of every time. */
  readonly period: Period | 'timeless' | null;
}

interface ReconcileState {
  readonly tab: 'days' | 'flows' | 'coverage';
  readonly measure: Measure;
  /** Null for what suits the length of the logs. */
  readonly grain: Grain | null;
  readonly flow: string | null;
  /** The log whose coverage is open. */
  readonly log: string | null;
  /** The messages listed below; null while none are asked for. */
  readonly messages: ChosenMessages | null;
}

export const useReconcile = create<ReconcileState>(() => ({
  tab: 'days',
  measure: 'lost',
  grain: null,
  flow: null,
  log: null,
  messages: null,
}));
