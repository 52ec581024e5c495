import { ViewportPortal } from '@xyflow/react';
import { useContext, useMemo } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';
import { EmphasisContext } from './emphasis-context';

interface CardShapesProps {
  readonly scene: Scene;
  /** Scene units a pixel of the screen. */
  readonly scale: number;
}

/** On the screen; smaller where a frame has no room for it. */
const nameSize = 13;
const mostOfFrame = 0.13;

/**
 * Far out, cards are shapes of one element: too small to read, they only show where they stand. Over them and
 * over the lines stand the names of their groups.
 */
export function CardShapes({ scene, scale }: CardShapesProps) {
  const { dimmedBoxes } = useContext(EmphasisContext);
  const cards = useMemo(() => {
    const paths = { plain: '', dimmed: '' };
    for (const card of scene.cards) {
      paths[dimmedBoxes.has(card.id) ? 'dimmed' : 'plain'] +=
        `M${card.x} ${card.y}h${card.width}v${card.height}h${-card.width}Z`;
    }
    return paths;
  }, [scene, dimmedBoxes]);
  return (
    <ViewportPortal>
      <svg className="map-edges" aria-hidden="true">
        <path className="map-far__cards" d={cards.plain} />
        <path className="map-far__cards map-far__cards--dimmed" d={cards.dimmed} />
        {scene.groups.map((group) =>
          group.isCollapsed ? null : (
            <text
              key={group.id}
              className="map-far__name"
              x={group.x + group.width / 2}
              y={group.y + group.height / 2}
              fontSize={Math.min(nameSize * scale, group.width * mostOfFrame)}
            >
              {group.name}
            </text>
          ),
        )}
      </svg>
    </ViewportPortal>
  );
}
