import { edgePath, endMark } from '../../../shared/diagram/draw-edge';
import type { SceneEdge } from '../../../shared/diagram/scene';
import { lineOf } from '../../../shared/diagram/theme';
import { edgeClass } from './edge-class';

const points = [
  { x: 1, y: 7 },
  { x: 39, y: 7 },
];

interface EdgeSampleProps {
  readonly line: Pick<SceneEdge, 'style' | 'tone' | 'weight'>;
}

/** A short piece of a line, as the legend and the filter show it. */
export function EdgeSample({ line: drawn }: EdgeSampleProps) {
  const line = lineOf(drawn);
  const mark = endMark(points, line);
  return (
    <svg className={`edge-sample ${edgeClass(drawn)}`} width={40} height={14} aria-hidden="true">
      <path
        className="map-edge__line"
        d={edgePath(points)}
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
        strokeWidth={1.4}
      />
    </svg>
  );
}
