import { create } from 'zustand';
import { bridge } from '../api';

export const tourSteps = ['files', 'map', 'losses'] as const;
export type TourStep = (typeof tourSteps)[number];

/** The step of the tour that is shown; null while it is not. */
export const useTour = create<{ readonly at: number | null }>(() => ({ at: null }));

export function startTour(): void {
  useTour.setState({ at: 0 });
}

/** Ends the tour, whether seen or skipped: it comes back only when asked for. */
export function endTour(): void {
  useTour.setState({ at: null });
  void bridge.remember({ hasSeenTour: true });
}

export function stepTour(by: 1 | -1): void {
  const { at } = useTour.getState();
  if (at === null) return;
  if (at + by >= tourSteps.length) endTour();
  else useTour.setState({ at: Math.max(0, at + by) });
}
