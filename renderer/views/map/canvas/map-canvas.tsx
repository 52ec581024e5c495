import {
  type NodeChange,
  type NodeMouseHandler,
  type OnNodeDrag,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type CSSProperties, type MouseEvent, useContext, useMemo, useRef } from 'react';
import { isTooDense } from '../../../../shared/diagram/main-lines';
import type { Scene } from '../../../../shared/diagram/scene';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import { pictureKey, select, toggleFields, toggleGroup, useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { coarser, detailLevel, edgeLook, scaleStep } from '../detail-level';
import type { SceneIndex } from '../scene-boxes';
import { CanvasControls } from './canvas-controls';
import { CardNodeView } from './card-node-view';
import { edgeAt, knownEdgeCells } from './edge-cells';
import { EdgeLayer } from './edge-layer';
import { type CanvasEmphasis, EmphasisContext } from './emphasis-context';
import { FarNames } from './far-names';
import { type CardNode, type FlowNode, flowNodes } from './flow-nodes';
import { FrameNodeView } from './frame-node-view';
import { LineChoice } from './line-choice';
import { MiniMap } from './mini-map';
import { StepChoice } from './step-choice';
import { useCanvasKeys } from './use-canvas-keys';
import { useCardPress } from './use-card-press';
import { usePaintedZoom } from './use-painted-zoom';
import { useSaveMove } from './use-save-move';
import { useSight } from './use-sight';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './cards.css';
import './edges.css';
import './canvas-tools.css';
// Last: what the system's colours replace.
import './forced-colours.css';

interface MapCanvasProps {
  readonly graph: LineageGraph;
  readonly scene: Scene;
  readonly index: SceneIndex;
  readonly emphasis: CanvasEmphasis;
}

const nodeTypes = { card: CardNodeView, frame: FrameNodeView };
const attribution = { hideAttribution: true };

export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <EmphasisContext value={props.emphasis}>
        <Canvas {...props} />
      </EmphasisContext>
    </ReactFlowProvider>
  );
}

function Canvas({ graph, scene, index }: MapCanvasProps) {
  const { painted, rested, isZooming, paintNow } = usePaintedZoom();
  const { fitView, onMoveEnd } = useSight(scene, index, paintNow);
  // Cards that are further off are drawn at once; nearer ones, which are more to draw, once the hand rests.
  const present = useStore((state) => detailLevel(state.transform[2], index.boxes.size));
  const detail = coarser(present, detailLevel(rested, index.boxes.size));
  const scale = scaleStep(painted);
  const known = useRef<ReadonlyMap<string, FlowNode>>(new Map());
  const nodes = useMemo(() => {
    const made = flowNodes(scene, detail, known.current);
    known.current = new Map(made.map((node) => [node.id, node]));
    return [...made];
  }, [scene, detail]);
  const { dimmedEdges } = useContext(EmphasisContext);
  const cellSize = cellSizes[detail];
  const cells = knownEdgeCells(scene, dimmedEdges, cellSize);
  const isDense = isTooDense(index.boxes.size, scene.edges.length);
  const look = edgeLook(detail, index.boxes.size, scene.edges.length);
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const move = useSaveMove(scene);
  const onKeyDown = useCanvasKeys(index, fitView);

  const onNodesChange = (changes: NodeChange<FlowNode>[]) => {
    const moves = changes.flatMap((change) =>
      change.type === 'position' && change.position !== undefined
        ? [[change.id, change.position] as const]
        : [],
    );
    if (moves.length > 0) useMap.setState((state) => ({ moves: new Map([...state.moves, ...moves]) }));
  };
  const press = useCardPress();
  const onNodeClick: NodeMouseHandler<FlowNode> = (_event, node) => {
    if (node.type === 'card') press.once(node.id, opensOnDoublePress(node));
  };
  const onNodeMouseEnter: NodeMouseHandler<FlowNode> = (_event, node) => {
    if (node.type === 'card') useMap.setState({ pointedAt: node.id });
  };
  const onNodeMouseLeave = () => useMap.setState({ pointedAt: null });
  const onNodeDoubleClick: NodeMouseHandler<FlowNode> = (_event, node) => {
    if (node.type !== 'card') return;
    press.cancel();
    if ('isCollapsed' in node.data.box) toggleGroup(node.id);
    else if ((node.data.box.node.fieldCount ?? 0) > 0) toggleFields(node.id);
  };
  const onNodeDragStart: OnNodeDrag<FlowNode> = (_event, node) => move.begin(node.id);
  const onNodeDragStop: OnNodeDrag<FlowNode> = (_event, node) => move.end(node.id, node.position);
  const onPaneClick = (event: MouseEvent) => {
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    // Far out a card is no node, and an edge never is: both are found by where they run.
    const card = detail === 'far' ? scene.cards.find((candidate) => holds(candidate, point)) : undefined;
    const edge = edgeAt(cells, cellSize, point, edgeReach / getZoom());
    if (card !== undefined) select({ kind: 'box', id: card.id });
    else select(edge === null ? null : { kind: 'edge', id: edge.id });
  };

  return (
    <div
      className="map-canvas"
      style={keptSize(scale)}
      role="application"
      {...reachable}
      aria-roledescription={t('map.role')}
      aria-label={t('map.canvasLabel', { title: scene.title })}
      aria-describedby="map-keys"
      onKeyDown={onKeyDown}
    >
      <p id="map-keys" className="visually-hidden">
        {t('map.keys')}
      </p>
      <ReactFlow
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={onNodeClick}
        onNodeDoubleClick={onNodeDoubleClick}
        onNodeDragStart={onNodeDragStart}
        onNodeDragStop={onNodeDragStop}
        onNodeMouseEnter={onNodeMouseEnter}
        onNodeMouseLeave={onNodeMouseLeave}
        onPaneClick={onPaneClick}
        onMoveEnd={onMoveEnd}
        defaultViewport={
          useMap.getState().viewports[pictureKey(useMap.getState())] ?? { x: 0, y: 0, zoom: 1 }
        }
        minZoom={0.04}
        maxZoom={2.5}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        proOptions={attribution}
      >
        <EdgeLayer
          scene={scene}
          cells={cells}
          look={look}
          isDense={isDense}
          words={look === 'shapes' || isDense ? 'lit' : detail === 'full' ? 'all' : 'brief'}
          scale={scale}
          paintedAt={painted}
          isZooming={isZooming}
          hasHeadings={detail === 'full'}
          hasCardShapes={detail === 'far'}
        />
        {detail === 'far' && (
          <FarNames scene={scene} scale={scale} paintedAt={painted} isZooming={isZooming} />
        )}
      </ReactFlow>
      <div className="canvas-foot">
        <CanvasControls onFit={fitView} />
        <LineChoice scene={scene} />
        {scene.level === 'step' && <StepChoice steps={graph.nodes} />}
      </div>
      <MiniMap scene={scene} />
    </div>
  );
}

const opensOnDoublePress = ({ data: { box } }: CardNode): boolean =>
  'isCollapsed' in box || (box.node.fieldCount ?? 0) > 0;

/** Small enough that a piece of the screen meets few lines, large enough that there are few cells. */
const cellSizes = { full: 480, brief: 720, title: 1200, far: 4000 } as const;
/** An edge is pressed within so many pixels of the screen. */
const edgeReach = 8;
const noEdges: [] = [];
/** One stop of the tab key: inside, the arrow keys walk. */
const reachable = { tabIndex: 0 };

function holds(
  box: { x: number; y: number; width: number; height: number },
  point: { x: number; y: number },
): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

/** Lengths that keep their size on the screen multiply by this. */
function keptSize(scale: number): CSSProperties & Record<`--${string}`, number> {
  return { '--scale': scale };
}
