import { useEffect } from 'react';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import { growFrom, select, setFilter, toggleGroup, useMap } from '../../state/map-store';
import { useNavigation } from '../../state/navigation-store';
import { notify } from '../../state/notices-store';
import { t } from '../../strings/text';
import { edgeName, type SceneIndex } from './scene-boxes';

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
    if (focus.flow !== undefined) {
      followFlow(focus.flow, map, index);
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
    else useMap.setState({ only: null, grownFrom: null });
  }, [focus, map, index]);
}

/** A flow by its name: its line is selected, or its two ends are shown alone where it lies in folded groups. */
function followFlow(flow: string, map: MapAnswer, index: SceneIndex): void {
  const drawn = [...index.edges.values()].find((edge) => edgeName(edge, index) === flow);
  if (drawn !== undefined) {
    select({ kind: 'edge', id: drawn.id });
    useMap.setState({ centreOn: drawn.from });
    return;
  }
  const [from, to] = flow.split(' > ').map((name) => map.graph.nodes.find((node) => node.name === name)?.id);
  const edge = map.graph.edges.find((candidate) => candidate.from === from && candidate.to === to);
  if (edge === undefined) {
    notify({ tone: 'plain', title: t('map.notHere') });
    return;
  }
  growFrom(edge.from);
  useMap.setState({ only: [edge.from, edge.to], selected: { kind: 'edge', id: edge.id } });
}

/** A node of another level: its id begins with its kind. Where no level has it, that is said. */
function followLevel(nodeId: string, shown: string): void {
  const { groupBy } = useMap.getState();
  const wanted = (['organisation', 'system', 'dataset', 'step'] as const).find((level) =>
    nodeId.startsWith(level),
  );
  if (wanted !== undefined && wanted !== shown) {
    useMap.setState({
      level: wanted,
      groupBy,
      collapsed: [],
      only: null,
      grownFrom: null,
      selected: null,
      moves: new Map(),
    });
    return;
  }
  useNavigation.setState({ focus: null });
  notify({ tone: 'plain', title: t('map.notHere') });
}
