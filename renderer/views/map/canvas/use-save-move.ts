import { useCallback, useRef } from 'react';
import type { PlacedBox } from '../../../../shared/contract/map-methods';
import type { Point, Scene } from '../../../../shared/diagram/scene';
import { ask } from '../../../api';
import { askedPicture, useMap } from '../../../state/map-store';
import { notifyFailure } from '../../../state/notices-store';
import { recordPlacement } from '../../../state/placement-history';
import { forgetAnswers } from '../../../state/use-answer';
import { t } from '../../../strings/text';

/** Keeps where a card was put: in the case, so that it is there tomorrow and in every export; and for undo. */
export function useSaveMove(scene: Scene) {
  const before = useRef<PlacedBox | null>(null);

  const begin = useCallback(
    (nodeId: string) => {
      before.current = placedBox(scene, nodeId);
    },
    [scene],
  );
  const end = useCallback((nodeId: string, { x, y }: Point) => {
    const from = before.current;
    const to = { nodeId, x: Math.round(x), y: Math.round(y), isPinned: true };
    if (from === null || from.nodeId !== nodeId || (from.x === to.x && from.y === to.y)) return;
    const picture = askedPicture(useMap.getState());
    const at = new Date().toISOString();
    void ask('map.move', { ...picture, moves: [to] }).then((outcome) => {
      if (!outcome.ok) {
        notifyFailure(t('map.moveFailed'), outcome.error);
        return;
      }
      forgetAnswers('map.scene');
      recordPlacement({ kind: 'move', ...picture, before: [from], after: [to], at });
    });
  }, []);
  return { begin, end };
}

function placedBox({ cards, groups }: Scene, nodeId: string): PlacedBox | null {
  const card = cards.find(({ id }) => id === nodeId);
  if (card !== undefined) return { nodeId, x: card.x, y: card.y, isPinned: card.isPinned };
  const group = groups.find(({ id }) => id === nodeId);
  return group === undefined ? null : { nodeId, x: group.x, y: group.y, isPinned: false };
}
