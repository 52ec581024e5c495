import { useEffect } from 'react';
import { useCase } from '../../state/case-store';
import { askedScene, useMap } from '../../state/map-store';
import { keepAnswer, useAnswer } from '../../state/use-answer';

/** Asks once for each picture how it begins, large ones with their groups folded. True when that is settled. */
export function useFirstFolding(): boolean {
  const { level, groupBy, isFoldingSettled } = useMap();
  // An answer that is shown was told of the revision of this very rendering.
  const revision = useCase((state) => state.revision);
  const first = useAnswer('map.first', isFoldingSettled ? null : { level, groupBy });
  const answer = first.isLoading ? null : first.value;
  const hasFailed = first.failure !== null;

  useEffect(() => {
    if (isFoldingSettled || (answer === null && !hasFailed)) return;
    const collapsed = answer?.collapsed ?? [];
    if (answer !== null) {
      const { graph, scene, note } = answer;
      const asked = askedScene({ ...useMap.getState(), collapsed });
      keepAnswer(revision, 'map.scene', asked, { graph, scene, note });
    }
    useMap.setState({ isFoldingSettled: true, collapsed });
  }, [isFoldingSettled, answer, hasFailed, revision]);

  return isFoldingSettled;
}
