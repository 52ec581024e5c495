import { type CSSProperties, type ReactNode, useMemo } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';

interface SteadyLayerProps {
  readonly className: string;
  /** Whether its lines are so many that together they would hide the cards, and from how far off they are seen. */
  readonly dense?: 'near' | 'far' | undefined;
  readonly scene: Pick<Scene, 'origin' | 'width' | 'height'>;
  /** The zoom that it is painted for. */
  readonly paintedAt: number;
  readonly isZooming: boolean;
  readonly children: ReactNode;
}

/**
 * Drawn things of the scene, painted once for a zoom and not anew for each frame of a zooming hand: in between,
 * the browser enlarges what it has painted. Thousands of lines would else be painted at every size on the way.
 * Its box is as large as the scene: what reaches far out of its box, the browser paints apart, at every zoom.
 */
export function SteadyLayer({ className, dense, scene, paintedAt, isZooming, children }: SteadyLayerProps) {
  const { origin, width, height } = scene;
  const style = useMemo<CSSProperties>(
    () => ({ left: origin.x, top: origin.y, ...steadyAt(paintedAt, isZooming) }),
    [origin, paintedAt, isZooming],
  );
  return (
    <svg
      className={className}
      style={style}
      width={width * paintedAt}
      height={height * paintedAt}
      viewBox={`${origin.x} ${origin.y} ${width} ${height}`}
      preserveAspectRatio="none"
      data-dense={dense}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/**
 * Scene units as pixels of the zoom that is painted for. Only while it zooms is what is painted kept: at rest the
 * browser places words on whole pixels, as it does everywhere else.
 */
export function steadyAt(paintedAt: number, isZooming: boolean): CSSProperties {
  return { transform: `scale(${1 / paintedAt})`, willChange: isZooming ? 'transform' : 'auto' };
}
