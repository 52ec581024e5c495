import { useEffect } from 'react';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import { select, setFilter, toggleGroup, useMap } from '../../state/map-store';
import { useNavigation } from '../../state/navigation-store';
import { notify } from '../../state/notices-store';
import { t } from '../../strings/text';
import type { SceneIndex } from './scene-boxes';

/** Follows what a search or another view asks for: the card is selected and brought into sight. */
export function useMapFocus(map: MapAnswer | null, index: SceneIndex | null): void {
  const focus = useNavigation((state) => state.focus);

  useEffect(() => {
    if (focus === null || map === null || index === null) return;
    if (focus.text !== undefined) {
      setFilter({ text: focus.text });
      useMap.setState({ isFilterOpen: true });
      useNavigation.setState({ focus: null });
      return;
    }
    const { nodeId } = focus;
    if (nodeId === undefined) return;
    if (index.boxes.has(nodeId)) {
      select({ kind: 'box', id: nodeId });
      useMap.setState({ centreOn: nodeId });
      useNavigation.setState({ focus: null });
      return;
    }
    const node = map.graph.nodes.find((candidate) => candidate.id === nodeId);
    if (node === undefined) followLevel(nodeId, map.graph.level);
    else if (node.group !== null && useMap.getState().collapsed.includes(node.group)) toggleGroup(node.group);
    else useMap.setState({ only: null });
  }, [focus, map, index]);
}

/** A node of another level: its id begins with its kind. Where no level has it, that is said. */
function followLevel(nodeId: string, shown: string): void {
  const { groupBy } = useMap.getState();
  const wanted = (['organisation', 'system', 'dataset', 'step'] as const).find((level) =>
    nodeId.startsWith(level),
  );
  if (wanted !== undefined && wanted !== shown) {
    useMap.setState({ level: wanted, groupBy, collapsed: [], only: null, selected: null, moves: new Map() });
    return;
  }
  useNavigation.setState({ focus: null });
  notify({ tone: 'plain', title: t('map.notHere') });
}
