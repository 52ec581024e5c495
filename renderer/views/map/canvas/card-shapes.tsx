import { memo, useContext, useMemo } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';
import { EmphasisContext } from './emphasis-context';

/** Far out, cards are shapes of one element: too small to read, they only show where they stand. */
export const CardShapes = memo(function CardShapes({ scene }: { readonly scene: Scene }) {
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
    <>
      <path className="map-far__cards" d={cards.plain} />
      <path className="map-far__cards map-far__cards--dimmed" d={cards.dimmed} />
    </>
  );
});
