import { useCallback } from 'react';
import type { Point } from '../../../../shared/diagram/scene';
import { ask } from '../../../api';
import { useMap } from '../../../state/map-store';
import { notifyFailure } from '../../../state/notices-store';
import { forgetAnswers } from '../../../state/use-answer';
import { t } from '../../../strings/text';

/** Keeps where a card was put: in the case, so that it is there tomorrow and in every export. */
export function useSaveMove() {
  return useCallback((nodeId: string, { x, y }: Point) => {
    const { level, groupBy } = useMap.getState();
    void ask('map.move', { level, groupBy, moves: [{ nodeId, x: Math.round(x), y: Math.round(y) }] }).then(
      (outcome) => {
        if (outcome.ok) forgetAnswers('map.scene');
        else notifyFailure(t('map.moveFailed'), outcome.error);
      },
    );
  }, []);
}
