import { create } from 'zustand';
import type { Reckoned } from '../../analysis/dispositions';
import type { Measure, Period } from './heat-map-cells';

export interface ChosenMessages {
  readonly flow: string;
  readonly disposition: Exclude<Reckoned, 'queued'>;
  /** Null for those of every time. */
  readonly period: Period | 'timeless' | null;
}

interface ReconcileState {
  readonly tab: 'days' | 'flows' | 'coverage';
  readonly measure: Measure;
  readonly flow: string | null;
  /** The log whose coverage is open. */
  readonly log: string | null;
  /** The messages listed below; null while none are asked for. */
  readonly messages: ChosenMessages | null;
}

export const useReconcile = create<ReconcileState>(() => ({
  tab: 'days',
  measure: 'lost',
  flow: null,
  log: null,
  messages: null,
}));
