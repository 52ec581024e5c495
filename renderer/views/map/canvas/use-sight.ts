import { getViewportForBounds, useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Scene } from '../../../../shared/diagram/scene';
import { pictureKey, useMap } from '../../../state/map-store';
import { isReducedMotion } from '../../../state/reduced-motion';
import { useViewCommand } from '../../../state/view-command-store';
import type { SceneIndex } from '../scene-boxes';
import { boxBounds } from './tile';

/** A box is read at this zoom when one is brought to it. */
const readingZoom = 0.9;
/** Below stays free what the zoom control covers. */
const padding = { top: 0.06, right: 0.06, left: 0.06, bottom: '52px' } as const;
/** Few cards do not grow to posters on a large screen. */
const fitAtMost = 1.25;
const fitAtLeast = 0.04;
const glideMs = 220;
/** Between a selected box and the border of the window, in pixels. */
const sideRoom = 24;
/** No panel is wider. */
const coveredAtMost = 700;

/** The part of the picture in sight: all of it at first, then wherever a person or a search leads. */
export function useSight(scene: Scene, index: SceneIndex, paintNow: () => void) {
  const { setViewport, setCenter, getZoom, getViewport } = useReactFlow();
  const store = useStoreApi();
  const hasSize = useStore((state) => state.width > 0 && state.height > 0);
  const key = useMap(pictureKey);
  const centreOn = useMap((state) => state.centreOn);
  const centredAt = useRef(Number.NEGATIVE_INFINITY);
  const motion = useCallback(() => ({ duration: isReducedMotion() ? 0 : glideMs }), []);

  const fittedTo = useRef<{
    readonly viewport: Viewport;
    readonly width: number;
    readonly height: number;
    readonly cards: number;
  } | null>(null);
  const fit = useCallback(
    (duration: number) => {
      const { width, height } = store.getState();
      const viewport = getViewportForBounds(boxBounds(scene), width, height, fitAtLeast, fitAtMost, padding);
      fittedTo.current = { viewport, width, height, cards: scene.cards.length };
      void setViewport(viewport, { duration });
      if (duration === 0) paintNow();
    },
    [scene, store, setViewport, paintNow],
  );
  const fitView = useCallback(() => fit(motion().duration), [fit, motion]);

  // Only a picture that was not seen before is fitted: what changes in it later leaves the eye where it is.
  const fitted = useRef<string | null>(null);
  useEffect(() => {
    if (!hasSize || fitted.current === key || scene.width === 0) return;
    const isFirst = useMap.getState().viewports[key] === undefined;
    fitted.current = key;
    if (!isFirst) return;
    fit(0);
  }, [hasSize, key, scene, fit]);

  // A line of text over the map, or a window made higher, leaves a fitted map fitted; a panel beside it moves nothing.
  const height = useStore((state) => state.height);
  useEffect(() => {
    const { current: before } = fittedTo;
    if (before === null || height === 0 || before.height === height) return;
    // What was hidden is brought back where it was: the eye stays there.
    const isSame = before.cards === scene.cards.length && before.width === store.getState().width;
    if (isSame && isSameSight(before.viewport, getViewport())) fit(0);
  }, [height, scene, store, fit, getViewport]);

  // Where all groups were folded or opened, the eye would be left beside them.
  const fits = useRef(useMap.getState().fits);
  useEffect(() => {
    const asked = useMap.getState().fits;
    if (scene.width === 0 || fits.current === asked) return;
    fits.current = asked;
    fitView();
  }, [scene, fitView]);

  // A picture that is grown stays whole in sight, as far as it can be read.
  const grownFrom = useMap((state) => state.grownFrom);
  const grownTo = useRef(scene.cards.length);
  useEffect(() => {
    if (grownFrom === null || grownTo.current === scene.cards.length) return;
    grownTo.current = scene.cards.length;
    fitView();
  }, [grownFrom, scene, fitView]);

  useEffect(() => {
    const box = centreOn === null ? undefined : index.boxes.get(centreOn);
    if (!hasSize || box === undefined) return;
    useMap.setState({ centreOn: null });
    centredAt.current = performance.now();
    const zoom = Math.max(readingZoom, getZoom());
    void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, ...motion() });
  }, [centreOn, hasSize, index, setCenter, getZoom, motion]);

  // The panel that a selection opens must not hide what was selected.
  const width = useStore((state) => state.width);
  const selected = useMap((state) => (state.selected?.kind === 'box' ? state.selected.id : null));
  useEffect(() => {
    const box = selected === null ? undefined : index.boxes.get(selected);
    const isBroughtInSight =
      useMap.getState().centreOn !== null || performance.now() - centredAt.current < glideMs * 2;
    if (box === undefined || width === 0 || isBroughtInSight) return;
    const { x, y, zoom } = getViewport();
    const left = x + box.x * zoom;
    const over = x + rightOf(box, scene) * zoom + sideRoom - width;
    // What a person has moved out of sight stays there; what the panel has covered comes out from under it.
    if (over > 0 && left < width + coveredAtMost) void setViewport({ x: x - over, y, zoom }, motion());
  }, [selected, width, scene, index, getViewport, setViewport, motion]);

  const command = useViewCommand((state) => state.id);
  useEffect(() => {
    if (command !== 'map.fit') return;
    useViewCommand.setState({ id: null });
    fitView();
  }, [command, fitView]);

  const onMoveEnd = useCallback(
    (_event: unknown, viewport: Viewport = getViewport()) => {
      useMap.setState(({ viewports, ...state }) => ({
        viewports: { ...viewports, [pictureKey(state)]: viewport },
      }));
    },
    [getViewport],
  );

  return { fitView, onMoveEnd };
}

const isSameSight = (a: Viewport, b: Viewport): boolean =>
  Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && a.zoom === b.zoom;

/** Where a box ends, a flow to itself with its words counted in. */
function rightOf(
  box: { readonly id: string; readonly x: number; readonly width: number },
  scene: Scene,
): number {
  const loops = scene.edges.filter(({ from, to }) => from === box.id && to === box.id);
  return Math.max(
    box.x + box.width,
    ...loops.flatMap(({ points, labelBox }) => [...points.map(({ x }) => x), labelBox.x + labelBox.width]),
  );
}
