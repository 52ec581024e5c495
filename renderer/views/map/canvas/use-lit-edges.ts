import { useCallback } from 'react';
import type { SceneEdge } from '../../../../shared/diagram/scene';
import { useMap } from '../../../state/map-store';

/** Tells which edges the selection leads the eye to: the one selected, or those of the card selected. */
export function useLitEdges(): (edge: SceneEdge) => boolean {
  const selected = useMap((state) => state.selected);
  return useCallback(
    (edge) => {
      if (selected === null) return false;
      if (selected.kind === 'edge') return selected.id === edge.id;
      return edge.from === selected.id || edge.to === selected.id;
    },
    [selected],
  );
}
