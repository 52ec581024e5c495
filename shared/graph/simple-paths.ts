import { adjacency, type Link } from './adjacency';
import { reach } from './reach';

export interface PathSearch {
  /** Each from start to end, no id twice; shortest first, then in the order of the links. */
  readonly paths: readonly (readonly string[])[];
  /** False when there may be more than are given: the number asked for, or the effort, ran out. */
  readonly isComplete: boolean;
}

/** Steps after which the search gives up: in a dense graph paths outnumber anything one could read. */
const maxSteps = 200_000;

/**
 * Paths from one id to another that pass nothing twice, shortest first. Only ids that still can reach the
 * end are tried, and lengths are tried one by one, so that the shortest are found even where all are too
 * many.
 */
export function simplePaths(links: readonly Link[], from: string, to: string, maxPaths: number): PathSearch {
  const next = adjacency(links, 'downstream');
  const distance = reach(links, [to], 'upstream');
  const shortest = distance.get(from);
  if (shortest === undefined) return { paths: [], isComplete: true };
  if (from === to) return { paths: [[from]], isComplete: true };
  const paths: string[][] = [];
  let steps = 0;
  /** Whether some path is longer than the length tried. */
  let isLongerPossible = true;
  for (let length = shortest; isLongerPossible; length += 1) {
    isLongerPossible = false;
    const path = [from];
    const onPath = new Set(path);
    const branches = [0];
    while (path.length > 0) {
      if (steps >= maxSteps || paths.length >= maxPaths) return { paths, isComplete: false };
      const depth = path.length - 1;
      const branch = branches[depth] ?? 0;
      const candidate = next.get(path[depth] ?? '')?.[branch];
      branches[depth] = branch + 1;
      steps += 1;
      if (candidate === undefined) {
        const left = path.pop();
        branches.pop();
        if (left !== undefined) onPath.delete(left);
        continue;
      }
      const remaining = distance.get(candidate);
      if (remaining === undefined || onPath.has(candidate)) continue;
      if (depth + 1 + remaining > length) {
        isLongerPossible = true;
        continue;
      }
      if (candidate === to) {
        if (depth + 1 === length) paths.push([...path, candidate]);
        continue;
      }
      path.push(candidate);
      onPath.add(candidate);
      branches.push(0);
    }
  }
  return { paths, isComplete: true };
}
