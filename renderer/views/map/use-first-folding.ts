import { useEffect } from 'react';
import { useMap } from '../../state/map-store';
import { useAnswer } from '../../state/use-answer';

/** A picture of more cards than this begins with its groups folded: a map first, then its parts. */
const openUpTo = 120;

/** Decides once for each picture whether it begins folded. True when that is decided. */
export function useFirstFolding(): boolean {
  const { level, groupBy, isFoldingSettled } = useMap();
  const graph = useAnswer('map.graph', isFoldingSettled ? null : { level, groupBy });
  const answer = graph.isLoading ? null : graph.value;
  const hasFailed = graph.failure !== null;

  useEffect(() => {
    if (isFoldingSettled || (answer === null && !hasFailed)) return;
    const isLarge = answer !== null && answer.nodes.length > openUpTo && answer.groups.length > 1;
    useMap.setState({
      isFoldingSettled: true,
      collapsed: isLarge ? answer.groups.map((group) => group.id) : [],
    });
  }, [isFoldingSettled, answer, hasFailed]);

  return isFoldingSettled;
}
