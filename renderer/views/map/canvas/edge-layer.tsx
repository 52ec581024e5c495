import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useContext, useMemo } from 'react';
import { edgePath, endMark } from '../../../../shared/diagram/draw-edge';
import { labelText } from '../../../../shared/diagram/route/label-size';
import type { Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { edgeLines } from '../../../../shared/diagram/theme';
import { useMap } from '../../../state/map-store';
import type { DetailLevel } from '../detail-level';
import { EmphasisContext } from './emphasis-context';
import { boundsOf, overlaps, tileOf } from './tile';

interface EdgeLayerProps {
  readonly scene: Scene;
  readonly detail: DetailLevel;
}

const denseFrom = 250;

/** The scene's edges along the scene's points: those near the part in sight, each to be pressed. */
export function EdgeLayer({ scene, detail }: EdgeLayerProps) {
  const tileKey = useStore((state) => tileOf(state.transform, state.width, state.height).key);
  const tile = useStore(
    (state) => tileOf(state.transform, state.width, state.height),
    (a, b) => a.key === b.key,
  );
  const bounds = useMemo(() => new Map(scene.edges.map((edge) => [edge.id, edgeBounds(edge)])), [scene]);
  const { dimmedEdges } = useContext(EmphasisContext);
  const selected = useMap((state) => state.selected);
  const shown = useMemo(
    () => scene.edges.filter((edge) => overlaps(bounds.get(edge.id) ?? tile, tile)),
    [scene, bounds, tile],
  );
  // So many lines say nothing each by themselves: they step back until a card's own are asked for.
  const isDense = detail !== 'full' && shown.length > denseFrom;
  const isLit = (edge: SceneEdge) =>
    selected !== null &&
    (selected.kind === 'edge'
      ? selected.id === edge.id
      : edge.from === selected.id || edge.to === selected.id);

  return (
    <ViewportPortal>
      <svg className="map-edges" data-dense={isDense || undefined} data-tile={tileKey} aria-hidden="true">
        {shown.map((edge) => (
          <EdgeView
            key={edge.id}
            edge={edge}
            detail={detail}
            isDimmed={dimmedEdges.has(edge.id)}
            isLit={isLit(edge)}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

function edgeBounds(edge: SceneEdge) {
  const { labelBox: box } = edge;
  const corners = [box, { x: box.x + box.width, y: box.y + box.height }];
  return boundsOf(box.width > 0 ? [...edge.points, ...corners] : edge.points);
}

interface EdgeViewProps {
  readonly edge: SceneEdge;
  readonly detail: DetailLevel;
  readonly isDimmed: boolean;
  readonly isLit: boolean;
}

const EdgeView = memo(function EdgeView({ edge, detail, isDimmed, isLit }: EdgeViewProps) {
  const line = edgeLines[edge.style];
  const mark = endMark(edge.points, line);
  const d = edgePath(edge.points);
  return (
    <g
      className={`map-edge map-edge--${edge.style}`}
      data-edge={edge.id}
      data-dimmed={isDimmed || undefined}
      data-lit={isLit || undefined}
    >
      <path className="map-edge__reach" d={d} />
      <path
        className="map-edge__line"
        d={d}
        strokeWidth={line.width}
        strokeDasharray={line.dash.length === 0 ? undefined : line.dash.join(' ')}
        strokeLinecap={line.cap}
      />
      <path
        className={
          mark.isFilled
            ? 'map-edge__end map-edge__end--filled'
            : mark.isClosed
              ? 'map-edge__end map-edge__end--open'
              : 'map-edge__end'
        }
        d={mark.d}
        strokeWidth={Math.max(1.4, line.width * 0.9)}
      />
      {detail === 'full' && edge.labelBox.width > 0 && <EdgeLabel edge={edge} />}
    </g>
  );
});

function EdgeLabel({ edge }: { readonly edge: SceneEdge }) {
  const { labelBox: box, labelAt, labelLines } = edge;
  return (
    <>
      <rect
        className="map-edge__label-ground"
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={3}
      />
      {labelLines.map((text, index) => (
        <text
          key={text}
          className="map-edge__label"
          x={labelAt.x}
          y={box.y + labelText.top + (index + 1) * labelText.lineHeight - 3.2}
          fontSize={labelText.size}
          fontWeight={labelText.weight}
        >
          {text}
        </text>
      ))}
    </>
  );
}
