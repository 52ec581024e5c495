import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useContext, useDeferredValue, useMemo } from 'react';
import { labelText } from '../../../../shared/diagram/route/label-size';
import type { Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { lineOf } from '../../../../shared/diagram/theme';
import { edgeClass } from '../edge-class';
import { besideEdges } from './beside-edges';
import { type BriefLabel, briefLabels, lostOf } from './brief-labels';
import { CardShapes } from './card-shapes';
import type { CellShape, EdgeCell } from './edge-cells';
import { EmphasisContext } from './emphasis-context';
import { FrameHeadings } from './frame-headings';
import { LitEdge } from './lit-edge';
import { SteadyLayer } from './steady-layer';
import { overlaps, tileOf } from './tile';
import { useLitEdges } from './use-lit-edges';

interface EdgeLayerProps {
  readonly scene: Scene;
  readonly cells: ReadonlyMap<string, EdgeCell>;
  /** `drawn`: as in every export; `shapes`: so many and so small that only their course is seen. */
  readonly look: 'drawn' | 'shapes';
  /** Whether they are so many that together they would hide the cards. */
  readonly isDense: boolean;
  /** `all` as in every export; `brief` the most telling ones, where there is room; `lit` those of lit edges alone. */
  readonly words: 'all' | 'brief' | 'lit';
  /** Scene units a pixel of the screen. */
  readonly scale: number;
  /** The zoom that they are painted for. */
  readonly paintedAt: number;
  readonly isZooming: boolean;
  /** Whether the headings of frames are drawn as in every export, over the lines. */
  readonly hasHeadings: boolean;
  /** Whether cards are no more than shapes over the lines. */
  readonly hasCardShapes: boolean;
}

/** The scene's edges along the scene's points: the cells near the part in sight, and over them what is selected. */
export function EdgeLayer(props: EdgeLayerProps) {
  const { scene, cells, look, isDense, words, scale, paintedAt, isZooming, hasHeadings, hasCardShapes } =
    props;
  const inSight = useStore(
    (state) => tileOf(state.transform, state.width, state.height, paintedAt),
    (a, b) => a.key === b.key,
  );
  // Panning never waits for edges: those at the border come a moment later.
  const tile = useDeferredValue(inSight);
  const shown = useMemo(() => [...cells.values()].filter((cell) => overlaps(cell, tile)), [cells, tile]);
  const isLit = useLitEdges();
  const { dimmedEdges, besides } = useContext(EmphasisContext);
  const besideLines = useMemo(
    () => besideEdges(scene, (line) => isLit(line) || besides.has(line.id)),
    [scene, isLit, besides],
  );
  const lit = useMemo(() => [...scene.edges.filter(isLit), ...besideLines], [scene, isLit, besideLines]);
  const brief = useMemo(
    () =>
      words === 'all'
        ? []
        : briefLabels(
            scene,
            words === 'lit'
              ? [...lit, ...(look === 'drawn' ? lossesAmong(shown, lit) : [])]
              : [...scene.edges, ...besideLines],
            scale,
          ),
    [scene, lit, besideLines, words, look, shown, scale],
  );

  const hasWords = hasCardShapes || words === 'all' || brief.length > 0;

  return (
    <ViewportPortal>
      <SteadyLayer
        className={`map-edges map-edges--${look}`}
        scene={scene}
        dense={isDense ? (hasCardShapes ? 'far' : 'near') : undefined}
        paintedAt={paintedAt}
        isZooming={isZooming}
      >
        {shown.map((cell) => (
          <CellLines key={cell.key} cell={cell} look={look} />
        ))}
        {lit.map((edge) => (
          <LitEdge key={edge.id} edge={edge} />
        ))}
        {hasHeadings && <FrameHeadings groups={scene.groups} />}
      </SteadyLayer>
      {hasWords && (
        <SteadyLayer
          // Half under a card, a number would read as another one. Far out, names come before words.
          className={`map-edges map-edges--${look}${hasCardShapes ? '' : ' map-edges--words'}`}
          scene={scene}
          paintedAt={paintedAt}
          isZooming={isZooming}
        >
          {words === 'all' && shown.map((cell) => <CellLabels key={cell.key} cell={cell} />)}
          {words === 'all' &&
            besideLines.map((edge) => <EdgeLabel key={edge.id} edge={edge} isDimmed={false} />)}
          {brief.map((label) => (
            <BriefEdgeLabel key={label.edge.id} label={label} isDimmed={dimmedEdges.has(label.edge.id)} />
          ))}
          {hasCardShapes && <CardShapes scene={scene} />}
        </SteadyLayer>
      )}
    </ViewportPortal>
  );
}

/** Of many lines whose words are left to those one looks at, a loss is said even so. */
function lossesAmong(cells: readonly EdgeCell[], lit: readonly SceneEdge[]): readonly SceneEdge[] {
  const lossy = new Set(cells.flatMap((cell) => cell.edges.filter((edge) => lostOf(edge) > 0)));
  return [...lossy].filter((edge) => !lit.includes(edge));
}

const CellLines = memo(function CellLines({
  cell,
  look,
}: {
  readonly cell: EdgeCell;
  readonly look: 'drawn' | 'shapes';
}) {
  return cell.shapes.map((shape) => (
    <g
      key={`${shape.style} ${shape.weight} ${shape.tone} ${shape.isDimmed}`}
      className={edgeClass(shape)}
      data-dimmed={shape.isDimmed || undefined}
    >
      {look === 'shapes' ? <path className="map-edge__shape" d={shape.line} /> : <ShapeParts shape={shape} />}
    </g>
  ));
});

function ShapeParts({ shape }: { readonly shape: CellShape }) {
  const line = lineOf(shape);
  const stroke = Math.min(2, Math.max(1.4, line.width * 0.9));
  return (
    <>
      {shape.line !== '' && (
        <path
          className="map-edge__line"
          d={shape.line}
          strokeWidth={line.width}
          strokeDasharray={line.dash.length === 0 ? undefined : line.dash.join(' ')}
          strokeLinecap={line.cap}
        />
      )}
      {shape.filled !== '' && <path className="map-edge__end map-edge__end--filled" d={shape.filled} />}
      {shape.open !== '' && (
        <path className="map-edge__end map-edge__end--open" d={shape.open} strokeWidth={stroke} />
      )}
      {shape.stroked !== '' && <path className="map-edge__end" d={shape.stroked} strokeWidth={stroke} />}
    </>
  );
}

const CellLabels = memo(function CellLabels({ cell }: { readonly cell: EdgeCell }) {
  return cell.labelled.map((edge) => (
    <EdgeLabel key={edge.id} edge={edge} isDimmed={cell.dimmedLabels.has(edge.id)} />
  ));
});

function EdgeLabel({ edge, isDimmed }: { readonly edge: SceneEdge; readonly isDimmed: boolean }) {
  const { labelBox: box, labelAt, labelLines } = edge;
  return (
    <g className={edgeClass(edge)} data-dimmed={isDimmed || undefined}>
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
          className={lostOf(edge) > 0 ? 'map-edge__label map-edge__label--lost' : 'map-edge__label'}
          x={labelAt.x}
          y={box.y + labelText.top + (index + 1) * labelText.lineHeight - 3.2}
          fontSize={labelText.size}
          fontWeight={labelText.weight}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function BriefEdgeLabel({ label, isDimmed }: { readonly label: BriefLabel; readonly isDimmed: boolean }) {
  const { edge, text, x, y, width, height, fontSize } = label;
  return (
    <g className={edgeClass(edge)} data-dimmed={isDimmed || undefined}>
      <rect className="map-edge__label-ground" x={x} y={y} width={width} height={height} rx={height / 5} />
      <text
        className={lostOf(edge) > 0 ? 'map-edge__label map-edge__label--lost' : 'map-edge__label'}
        x={x + width / 2}
        y={y + height / 2 + fontSize * 0.35}
        fontSize={fontSize}
        fontWeight={600}
      >
        {text}
      </text>
    </g>
  );
}
