import { useCallback, useRef } from 'react';
import type { PlacedBox } from '../../../../shared/contract/map-methods';
import type { Point, Scene } from '../../../../shared/diagram/scene';
import { ask } from '../../../api';
import { askedPicture, useMap } from '../../../state/map-store';
import { notifyFailure } from '../../../state/notices-store';
import { recordMove } from '../../../state/placement-changes';
import { forgetAnswers } from '../../../state/use-answer';
import { t } from '../../../strings/text';

/** Keeps where a card was put: in the case, so that it is there tomorrow and in every export; and for undo. */
export function useSaveMove(scene: Scene) {
  const before = useRef<{ readonly box: PlacedBox; readonly name: string } | null>(null);

  const begin = useCallback(
    (nodeId: string) => {
      before.current = placedBox(scene, nodeId);
    },
    [scene],
  );
  const end = useCallback((nodeId: string, { x, y }: Point) => {
    if (before.current === null) return;
    const { box: from, name } = before.current;
    const to = { nodeId, x: Math.round(x), y: Math.round(y), isPinned: true };
    if (from.nodeId !== nodeId || (from.x === to.x && from.y === to.y)) return;
    const picture = askedPicture(useMap.getState());
    void ask('map.move', { ...picture, moves: [to] }).then((outcome) => {
      if (!outcome.ok) {
        notifyFailure(t('map.moveFailed'), outcome.error);
        return;
      }
      forgetAnswers('map.scene');
      recordMove(picture, name, from, to);
    });
  }, []);
  return { begin, end };
}

function placedBox(
  { cards, groups }: Scene,
  nodeId: string,
): { readonly box: PlacedBox; readonly name: string } | null {
  const card = cards.find(({ id }) => id === nodeId);
  if (card !== undefined) {
    const { x, y, isPinned, titleLines } = card;
    return { box: { nodeId, x, y, isPinned }, name: titleLines.join(' ') };
  }
  const group = groups.find(({ id }) => id === nodeId);
  if (group === undefined) return null;
  return { box: { nodeId, x: group.x, y: group.y, isPinned: false }, name: group.name };
}
