import { useStoreApi } from '@xyflow/react';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

/** A hand that turns the wheel step by step has not come to rest between two of them. */
const restMs = 160;
/** More than so much larger would look coarse; more than so much smaller shows what no tile has. */
const paintedFor = { larger: 2, smaller: 1.5 } as const;

interface PaintedZoom {
  /** What lines and words are painted for: never far from the present one. */
  readonly painted: number;
  /** The zoom at which the hand last rested. */
  readonly rested: number;
  /** Whether it is under way from one zoom to another. */
  readonly isZooming: boolean;
  /** For a move that no hand makes and that is over at once. */
  readonly paintNow: () => void;
}

/**
 * The zoom that the picture is made for. Whatever depends on it follows this one instead of the present one, so
 * that most frames of a zoom change nothing but one transform.
 */
export function usePaintedZoom(): PaintedZoom {
  const store = useStoreApi();
  const zoomNow = useCallback(() => store.getState().transform[2], [store]);
  const [zooms, setZooms] = useState(() => ({ painted: zoomNow(), rested: zoomNow(), isZooming: false }));
  const painted = useRef(zooms.painted);

  const paintNow = useCallback(() => {
    const zoom = zoomNow();
    painted.current = zoom;
    setZooms((before) =>
      before.painted === zoom && before.rested === zoom && !before.isZooming
        ? before
        : { painted: zoom, rested: zoom, isZooming: false },
    );
  }, [zoomNow]);

  useEffect(() => {
    paintNow();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(({ transform: [, , zoom] }, { transform: [, , before] }) => {
      if (zoom === before) return;
      clearTimeout(timer);
      timer = setTimeout(() => startTransition(paintNow), restMs);
      const at = painted.current;
      const isNear = zoom <= at * paintedFor.larger && zoom * paintedFor.smaller >= at;
      if (!isNear) painted.current = zoom;
      setZooms((known) =>
        isNear && known.isZooming ? known : { ...known, painted: painted.current, isZooming: true },
      );
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, paintNow]);
  return { ...zooms, paintNow };
}
