import type { Point, Rectangle } from '../scene';
import type { FoundPath } from './find-path';

/**
 * An edge's way as the coordinates its segments run at: y of one that runs across, x of one that runs
 * down, by turns. Moving a segment is then changing one number, and its neighbours follow.
 */
export interface Route {
  readonly id: string;
  readonly from: Rectangle;
  readonly to: Rectangle;
  /** The rows of open cards at which it leaves and meets them. */
  readonly fromRow: Rectangle | undefined;
  readonly toRow: Rectangle | undefined;
  readonly startsAcross: boolean;
  readonly startAt: number;
  readonly endAt: number;
  readonly at: number[];
}

export function routeFromPath(
  id: string,
  ends: Pick<Route, 'from' | 'fromRow' | 'to' | 'toRow'>,
  path: FoundPath,
): Route {
  return { id, ...ends, ...path, at: [...path.at] };
}

export function isAcross(route: Route, index: number): boolean {
  return (index % 2 === 0) === route.startsAcross;
}

/** Where a segment begins, along its own axis. */
export function segmentStart(route: Route, index: number): number {
  return index === 0 ? route.startAt : (route.at[index - 1] ?? route.startAt);
}

/** Where a segment ends, along its own axis. */
export function segmentEnd(route: Route, index: number): number {
  return index === route.at.length - 1 ? route.endAt : (route.at[index + 1] ?? route.endAt);
}

/** Corner points, from card border to card border. */
export function routePoints(route: Route): readonly Point[] {
  const points: Point[] = [];
  const point = (across: boolean, along: number, at: number) => ({
    x: across ? along : at,
    y: across ? at : along,
  });
  for (let index = 0; index < route.at.length; index += 1) {
    points.push(point(isAcross(route, index), segmentStart(route, index), route.at[index] ?? 0));
  }
  const last = route.at.length - 1;
  points.push(point(isAcross(route, last), segmentEnd(route, last), route.at[last] ?? 0));
  return points;
}

/** Takes out a segment of no length between two that run at the same coordinate. */
export function joinSegments(route: Route, index: number): void {
  route.at.splice(index, 2);
}
