import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './split-pane.css';

interface SplitPaneProps {
  readonly label: string;
  /** `row`: the second part stands right; `column`: below. */
  readonly direction: 'row' | 'column';
  /** First size of the second part, in pixels. */
  readonly size: number;
  /** First share of the room that the second part has, where that is more than `size`. */
  readonly share?: number;
  readonly least: number;
  /** Kept free for the first part. */
  readonly leastFirst: number;
  readonly first: ReactNode;
  /** Null: the first part has all the room. */
  readonly second: ReactNode | null;
}

const step = 24;

/** Two parts with a border that the mouse and the arrow keys move. */
export function SplitPane(props: SplitPaneProps) {
  const { label, direction, size, share = 0, least, leastFirst, first, second } = props;
  const pane = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(size);
  const isRow = direction === 'row';

  const resize = (wanted: number) => {
    const box = pane.current?.getBoundingClientRect();
    const room = box === undefined ? wanted : (isRow ? box.width : box.height) - leastFirst;
    setChosen(Math.round(Math.max(least, Math.min(room, wanted))));
  };

  useLayoutEffect(() => {
    const box = pane.current?.getBoundingClientRect();
    if (box === undefined) return;
    const room = isRow ? box.width : box.height;
    setChosen(Math.round(Math.max(least, Math.min(room - leastFirst, Math.max(size, room * share)))));
  }, [isRow, least, leastFirst, share, size]);

  useEffect(() => {
    const style = pane.current?.style;
    style?.setProperty('--split', `${chosen}px`);
    style?.setProperty('--least', `${least}px`);
    style?.setProperty('--least-first', `${leastFirst}px`);
  }, [chosen, least, leastFirst]);

  const onPointerMove = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = pane.current?.getBoundingClientRect();
    if (box !== undefined) resize(isRow ? box.right - event.clientX : box.bottom - event.clientY);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const grow = isRow ? 'ArrowLeft' : 'ArrowUp';
    const shrink = isRow ? 'ArrowRight' : 'ArrowDown';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    resize(chosen + (event.key === grow ? step : -step));
  };

  return (
    <div
      ref={pane}
      className={`split-pane split-pane--${direction}`}
      data-open={second !== null || undefined}
    >
      <div className="split-pane__first">{first}</div>
      {second !== null && (
        <>
          {/* A separator that moves is a widget: focusable, with its size as value. */}
          <hr
            className="split-pane__bar"
            tabIndex={0}
            aria-label={label}
            aria-orientation={isRow ? 'vertical' : 'horizontal'}
            aria-valuenow={chosen}
            aria-valuemin={least}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
            onKeyDown={onKeyDown}
          />
          <div className="split-pane__second">{second}</div>
        </>
      )}
    </div>
  );
}
