import { wordsOf } from '../../../../shared/diagram/route/label-size';
import { routeEdges } from '../../../../shared/diagram/route/route-edges';
import type { Scene, SceneEdge, SceneLine } from '../../../../shared/diagram/scene';

/**
 * Of the lines that the picture leaves out, those that are wanted now, each with a course of its own. What is
 * drawn already stays where it is: these are drawn over it for as long as they are looked at.
 */
export function besideEdges(scene: Scene, isWanted: (line: SceneLine) => boolean): readonly SceneEdge[] {
  const lines = scene.leftOut.filter(isWanted);
  if (lines.length === 0) return [];
  const routes = routeEdges(
    scene.cards,
    scene.groups,
    lines.map((line) => ({ ...line, words: wordsOf(line) })),
    scene.edges.map((edge) => edge.labelBox),
  );
  return lines.flatMap((line) => {
    const route = routes.get(line.id);
    return route === undefined ? [] : [{ ...line, ...route }];
  });
}
