import { type CSSProperties, type ReactNode, useMemo } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';

interface SteadyLayerProps {
  readonly className: string;
  readonly isDense?: boolean;
  readonly scene: Pick<Scene, 'origin' | 'width' | 'height'>;
  /** The zoom that it is painted for. */
  readonly paintedAt: number;
  readonly children: ReactNode;
}

/**
 * Drawn things of the scene, painted once for a zoom and not anew for each frame of a zooming hand: in between,
 * the browser enlarges what it has painted. Thousands of lines would else be painted at every size on the way.
 * Its box is as large as the scene: what reaches far out of its box, the browser paints apart, at every zoom.
 */
export function SteadyLayer({ className, isDense, scene, paintedAt, children }: SteadyLayerProps) {
  const { origin, width, height } = scene;
  const style = useMemo<CSSProperties>(
    () => ({ left: origin.x, top: origin.y, transform: `scale(${1 / paintedAt})` }),
    [origin, paintedAt],
  );
  return (
    <svg
      className={className}
      style={style}
      width={width * paintedAt}
      height={height * paintedAt}
      viewBox={`${origin.x} ${origin.y} ${width} ${height}`}
      preserveAspectRatio="none"
      data-dense={isDense || undefined}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
