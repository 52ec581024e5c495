import { edgePath, endMark } from '../../../../shared/diagram/draw-edge';
import type { SceneEdge } from '../../../../shared/diagram/scene';
import { lineOf } from '../../../../shared/diagram/theme';
import { edgeClass } from '../edge-class';

/** An edge that the selection leads the eye to, over all others and with a halo. */
export function LitEdge({ edge }: { readonly edge: SceneEdge }) {
  const line = lineOf(edge);
  const mark = endMark(edge.points, line);
  const d = edgePath(edge.points);
  const endClass = mark.isFilled ? ' map-edge__end--filled' : mark.isClosed ? ' map-edge__end--open' : '';
  return (
    <g className={`${edgeClass(edge)} map-edge--lit`}>
      <path className="map-edge__halo" d={d} />
      <path
        className="map-edge__line"
        d={d}
        strokeWidth={line.width}
        strokeDasharray={line.dash.length === 0 ? undefined : line.dash.join(' ')}
        strokeLinecap={line.cap}
      />
      <path className={`map-edge__end${endClass}`} d={mark.d} strokeWidth={Math.max(1.4, line.width * 0.9)} />
    </g>
  );
}
