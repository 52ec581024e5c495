import { useEffect } from 'react';
import { askedScene, useMap } from '../../state/map-store';
import { keepAnswer, useAnswer } from '../../state/use-answer';

/** Asks once for each picture how it begins, large ones with their groups folded. True when that is settled. */
export function useFirstFolding(): boolean {
  const { level, groupBy, isFoldingSettled } = useMap();
  const first = useAnswer('map.first', isFoldingSettled ? null : { level, groupBy });
  const answer = first.isLoading ? null : first.value;
  const hasFailed = first.failure !== null;

  useEffect(() => {
    if (isFoldingSettled || (answer === null && !hasFailed)) return;
    const collapsed = answer?.collapsed ?? [];
    if (answer !== null) {
      const { graph, scene, note } = answer;
      keepAnswer('map.scene', askedScene({ ...useMap.getState(), collapsed }), { graph, scene, note });
    }
    useMap.setState({ isFoldingSettled: true, collapsed });
  }, [isFoldingSettled, answer, hasFailed]);

  return isFoldingSettled;
}
