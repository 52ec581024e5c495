import { ViewportPortal } from '@xyflow/react';
import { useContext, useMemo } from 'react';
import type { EdgeStyle, Scene } from '../../../../shared/diagram/scene';
import { EmphasisContext } from './emphasis-context';

/** Thousands of cards and edges as a dozen elements: what one sees of them from far away is only their form. */
export function FarLayer({ scene }: { readonly scene: Scene }) {
  const { dimmedBoxes, dimmedEdges } = useContext(EmphasisContext);
  const cards = useMemo(() => {
    const paths = { plain: '', dimmed: '' };
    for (const card of scene.cards) {
      paths[dimmedBoxes.has(card.id) ? 'dimmed' : 'plain'] +=
        `M${card.x} ${card.y}h${card.width}v${card.height}h${-card.width}Z`;
    }
    return paths;
  }, [scene, dimmedBoxes]);
  const edges = useMemo(() => {
    const paths = new Map<EdgeStyle, { plain: string; dimmed: string }>();
    for (const edge of scene.edges) {
      const path = paths.get(edge.style) ?? { plain: '', dimmed: '' };
      paths.set(edge.style, path);
      path[dimmedEdges.has(edge.id) ? 'dimmed' : 'plain'] +=
        `M${edge.points.map((point) => `${Math.round(point.x)} ${Math.round(point.y)}`).join('L')}`;
    }
    return [...paths];
  }, [scene, dimmedEdges]);

  return (
    <ViewportPortal>
      <svg className="map-edges map-edges--far" aria-hidden="true">
        {edges.map(([style, path]) => (
          <g key={style} className={`map-edge map-edge--${style}`}>
            <path className="map-edge__line" d={path.plain} />
            <path className="map-edge__line map-edge__line--dimmed" d={path.dimmed} />
          </g>
        ))}
        <path className="map-far__cards" d={cards.plain} />
        <path className="map-far__cards map-far__cards--dimmed" d={cards.dimmed} />
      </svg>
    </ViewportPortal>
  );
}
