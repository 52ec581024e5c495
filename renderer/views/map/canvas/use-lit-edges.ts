import { useCallback } from 'react';
import type { SceneLine } from '../../../../shared/diagram/scene';
import { useMap } from '../../../state/map-store';

/** Tells which edges the eye is led to: the one selected, and those of the card selected or under the mouse. */
export function useLitEdges(): (edge: SceneLine) => boolean {
  const selected = useMap((state) => state.selected);
  const pointedAt = useMap((state) => state.pointedAt);
  return useCallback(
    (edge) => {
      if (pointedAt !== null && (edge.from === pointedAt || edge.to === pointedAt)) return true;
      if (selected === null) return false;
      if (selected.kind === 'edge') return selected.id === edge.id;
      return edge.from === selected.id || edge.to === selected.id;
    },
    [selected, pointedAt],
  );
}
