import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import { select, toggleGroup, useMap } from '../../../state/map-store';
import { announce } from '../../../state/notices-store';
import { t } from '../../../strings/text';
import { edgeName, type SceneBox, type SceneIndex } from '../scene-boxes';
import { firstBox, neighboursOf, type WalkKey, type WalkState, walk } from '../walk';

const walkKeys: readonly string[] = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'] satisfies WalkKey[];
const isWalkKey = (key: string): key is WalkKey => walkKeys.includes(key);

/** The map by keyboard: arrows walk along edges, Enter opens, Escape clears, + − 0 zoom. */
export function useCanvasKeys(index: SceneIndex, fitView: () => void) {
  const { zoomIn, zoomOut } = useReactFlow();
  const state = useRef<WalkState | null>(null);

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
      const { selected } = useMap.getState();
      const at = selected?.kind === 'box' && index.boxes.has(selected.id) ? selected.id : null;
      if (isWalkKey(event.key)) {
        const next = step(index, at, state.current, event.key);
        if (next === null) announce(t('map.noWay'));
        else {
          state.current = next;
          goTo(index, next);
        }
      } else if (event.key === 'Enter' && at !== null) {
        if (index.boxes.get(at)?.node === null) toggleGroup(at);
        else document.querySelector<HTMLElement>('[data-details]')?.focus();
      } else if (event.key === 'Escape') {
        state.current = null;
        select(null);
        announce(t('map.cleared'));
      } else if (event.key === '+' || event.key === '=') void zoomIn();
      else if (event.key === '-') void zoomOut();
      else if (event.key === '0') fitView();
      else return;
      event.preventDefault();
    },
    [index, fitView, zoomIn, zoomOut],
  );
}

function step(
  index: SceneIndex,
  at: string | null,
  before: WalkState | null,
  key: WalkKey,
): WalkState | null {
  if (at === null) {
    const first = firstBox(index);
    return first === null ? null : { at: first, hop: null };
  }
  return walk(index, before?.at === at ? before : { at, hop: null }, key);
}

function goTo(index: SceneIndex, { at, hop }: WalkState): void {
  const box = index.boxes.get(at);
  if (box === undefined) return;
  select({ kind: 'box', id: at });
  useMap.setState({ centreOn: at });
  announce([hopText(index, at, hop), boxText(index, box)].filter(Boolean).join(' '));
}

/** "Along Penfold PAS > Hub, 1,543 sent." */
function hopText(index: SceneIndex, at: string, hop: WalkState['hop']): string {
  if (hop === null) return '';
  const edges = hop.direction === 'out' ? index.outgoing.get(hop.from) : index.incoming.get(hop.from);
  const edge = edges?.find((candidate) => (hop.direction === 'out' ? candidate.to : candidate.from) === at);
  return edge === undefined ? '' : t('map.along', { flow: edgeName(edge, index), label: edge.label });
}

function boxText(index: SceneIndex, box: SceneBox): string {
  const lines = box.node?.lines.map((line) => `${line.label} ${line.text}`) ?? [];
  const outgoing = neighboursOf(index, box.id, 'out').length;
  const incoming = neighboursOf(index, box.id, 'in').length;
  return t('map.at', { name: [box.name, ...lines].join(', '), incoming, outgoing });
}
