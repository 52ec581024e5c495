import { useEffect } from 'react';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import { beginWithMarked, useMap } from '../../state/map-store';
import { markedFirst } from './marked-first';

/** Begins a large map with what another view leads to, once the map is there. */
export function useMarkedFirst(map: MapAnswer | null): void {
  const marked = useMap((state) => state.marked);
  useEffect(() => {
    if (marked === null || !marked.isNew || map === null) return;
    const first = markedFirst(map.graph, marked.names);
    if (first === null) useMap.setState({ marked: { ...marked, isNew: false } });
    else beginWithMarked(first.ids, first.collapsed);
  }, [marked, map]);
}
