import { useCallback, useContext } from 'react';
import type { SceneLine } from '../../../../shared/diagram/scene';
import { useMap } from '../../../state/map-store';
import { EmphasisContext } from './emphasis-context';

/**
 * Tells which edges the eye is led to: the one selected, and those of the card selected or under the mouse;
 * while a field is followed, of those only what lies on its way.
 */
export function useLitEdges(): (edge: SceneLine) => boolean {
  const selected = useMap((state) => state.selected);
  const pointedAt = useMap((state) => state.pointedAt);
  const isFollowing = useMap((state) => state.followed !== null);
  const { dimmedEdges } = useContext(EmphasisContext);
  return useCallback(
    (edge) => {
      if (isFollowing && dimmedEdges.has(edge.id)) return false;
      if (pointedAt !== null && (edge.from === pointedAt || edge.to === pointedAt)) return true;
      if (selected === null) return false;
      if (selected.kind === 'edge') return selected.id === edge.id;
      return edge.from === selected.id || edge.to === selected.id;
    },
    [selected, pointedAt, isFollowing, dimmedEdges],
  );
}
