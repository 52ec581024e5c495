import { ViewportPortal } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import type { Scene, SceneGroup } from '../../../../shared/diagram/scene';
import { steadyAt } from './steady-layer';

interface FarNamesProps {
  readonly scene: Scene;
  /** Scene units a pixel of the screen. */
  readonly scale: number;
  /** The zoom that they are painted for. */
  readonly paintedAt: number;
  readonly isZooming: boolean;
}

/** On the screen; smaller where a frame has no room for it. */
const nameSize = 13;
const mostOfFrame = 0.13;

/**
 * Far out, the names of groups stand over their cards and lines. They are no text of an SVG: the browser paints
 * that anew at every zoom.
 */
export const FarNames = memo(function FarNames({ scene, scale, paintedAt, isZooming }: FarNamesProps) {
  const { origin } = scene;
  // As large as the scene, for the same reason as the lines' box.
  const box = {
    left: origin.x,
    top: origin.y,
    width: scene.width * paintedAt,
    height: scene.height * paintedAt,
    ...steadyAt(paintedAt, isZooming),
  };
  const place = ({ x, y, width, height }: SceneGroup): CSSProperties => ({
    left: (x - origin.x + width / 2) * paintedAt,
    top: (y - origin.y + height / 2) * paintedAt,
    fontSize: Math.min(nameSize * scale, width * mostOfFrame) * paintedAt,
  });
  return (
    <ViewportPortal>
      <div className="map-far" style={box} aria-hidden="true">
        {scene.groups.map((group) =>
          group.isCollapsed ? null : (
            <p key={group.id} className="map-far__name" style={place(group)}>
              {group.name}
            </p>
          ),
        )}
      </div>
    </ViewportPortal>
  );
});
