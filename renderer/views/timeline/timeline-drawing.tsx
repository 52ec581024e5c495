import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { TimelineDay } from '../../../shared/contract/analysis-methods';
import type { CoverageRow } from '../../../shared/contract/reconcile-methods';
import { CoverageBar } from '../../analysis/coverage-bar';
import { formatDay, formatTime } from '../../strings/format';
import { t } from '../../strings/text';
import { textMeasure } from '../../widgets/virtual-table/use-column-widths';
import { ActivityLanes } from './activity-lanes';
import { LaneMarks } from './lane-marks';
import { beyond, placeOf, type Stretch, ticksOf, within, withRoom, zoomed } from './time-scale';
import { type Listed, laneSize, timelineLanes } from './timeline-lanes';

interface TimelineDrawingProps {
  readonly entries: readonly Listed[];
  readonly coverage: readonly CoverageRow[];
  readonly days: readonly TimelineDay[];
  readonly openIndex: number | null;
  readonly onOpen: (entry: Listed) => void;
  /** All of the time that there is to draw. */
  readonly whole: Stretch;
  /** The part of time that is looked at; null for all of it. */
  readonly seen: Stretch | null;
  readonly onSee: (seen: Stretch | null) => void;
}

/** Room for names: more of it where there is more. */
const leftOf = (available: number) => Math.round(Math.min(270, Math.max(170, available * 0.17)));
const dayMs = 86_400_000;

/** Each sort of happening in a lane of its own, above what the logs hold and how far they reach, on one scale. */
export function TimelineDrawing(props: TimelineDrawingProps) {
  const { entries, coverage, days, openIndex, onOpen, whole, seen, onSee } = props;
  const box = useRef<HTMLElement>(null);
  const [available, setAvailable] = useState(900);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    setAvailable(element.clientWidth);
    const observer = new ResizeObserver(() => setAvailable(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const left = leftOf(available);
  const { stretch, scale, lanes } = useMemo(() => {
    const drawn = seen ?? whole;
    const hasDates = (side: 'before' | 'after') =>
      entries.some((entry) => beyond(drawn, Date.parse(entry.at)) === side);
    const room = withRoom(drawn, Math.max(300, available - left - 24), {
      before: hasDates('before') ? laneSize.date : 0,
      after: hasDates('after') ? laneSize.date : 0,
    });
    const measure = textMeasure().heading;
    const nameWidth = (entry: Listed) => Math.ceil(measure(entry.subject));
    return {
      stretch: drawn,
      scale: room,
      lanes: timelineLanes(entries, { scale: room, stretch: drawn, nameWidth }),
    };
  }, [entries, seen, whole, available, left]);
  const last = lanes.at(-1);
  const height = last === undefined ? 0 : last.y + last.rows * laneSize.row + laneSize.gap;
  const bounds = { from: new Date(scale.from).toISOString(), to: new Date(scale.to).toISOString() };
  const place = (time: number) => left + Math.min(scale.width, Math.max(0, placeOf(scale, time)));

  useWheelZoom(box, (factor, x) => {
    const about = scale.from + ((x - left) / scale.width) * (scale.to - scale.from);
    onSee(zoomed(stretch, whole, factor, Math.min(stretch.to, Math.max(stretch.from, about))));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const middle = (stretch.from + stretch.to) / 2;
    const step = (stretch.to - stretch.from) / 8;
    const moved = (by: number) =>
      seen === null ? null : within({ from: seen.from + by, to: seen.to + by }, whole);
    const next = {
      '+': () => zoomed(stretch, whole, 0.5, middle),
      '=': () => zoomed(stretch, whole, 0.5, middle),
      '-': () => zoomed(stretch, whole, 2, middle),
      '0': () => null,
      ArrowLeft: () => moved(-step),
      ArrowRight: () => moved(step),
    }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSee(next());
  };

  const style: CSSProperties & Record<`--${string}`, string> = {
    '--left': `${left}px`,
    '--scale': `${scale.width}px`,
  };
  // What moves by keys is a widget of its own kind.
  const widget = { role: 'application', tabIndex: 0, 'aria-label': t('timeline.drawing'), onKeyDown };

  return (
    <section ref={box} className="timeline" style={style} {...widget}>
      <div className="timeline__inner">
        {ticksOf(scale).map((tick) => (
          <div key={tick} className="timeline__tick" style={{ left: left + placeOf(scale, tick) }} />
        ))}
        {bandsOf(entries, openIndex, stretch).map((entry) => {
          const from = place(Date.parse(entry.at));
          const to = place(Date.parse(entry.until ?? entry.at));
          return (
            <div
              key={entry.index}
              className="timeline__band"
              data-open={entry.index === openIndex || undefined}
              style={{ left: from, width: Math.max(1, to - from) }}
            />
          );
        })}
        <svg className="timeline__axis" width={left + scale.width + 12} height={22}>
          <title>{t('timeline.axis')}</title>
          {ticksOf(scale).map((tick) => (
            <text key={tick} className="timeline__date" x={left + placeOf(scale, tick)} y={15}>
              {tick % dayMs === 0 ? formatDay(tick) : formatTime(new Date(tick).toISOString()).slice(0, 5)}
            </text>
          ))}
        </svg>
        <ActivityLanes days={days} scale={scale} left={left} />
        <svg className="timeline__lanes" width={left + scale.width + 12} height={height}>
          <title>{t('timeline.drawing')}</title>
          {lanes.map((lane) => (
            <LaneMarks key={lane.kind} lane={lane} left={left} openIndex={openIndex} onOpen={onOpen} />
          ))}
        </svg>
        {coverage.length > 0 && (
          <section className="timeline__coverage" aria-label={t('reconcile.coverage')}>
            <h2 className="timeline__heading">{t('reconcile.coverage')}</h2>
            {coverage.map((row) => (
              <div key={row.system} className="timeline__log">
                <span className="truncate" title={row.system}>
                  {row.system}
                </span>
                <CoverageBar row={row} from={bounds.from} to={bounds.to} />
              </div>
            ))}
          </section>
        )}
      </div>
    </section>
  );
}

/** What runs through every lane, so that one sees what stands beside it: the open happening, else every onset. */
function bandsOf(all: readonly Listed[], openIndex: number | null, { from, to }: Stretch): readonly Listed[] {
  const entries = all.filter(
    (entry) => Date.parse(entry.at) <= to && Date.parse(entry.until ?? entry.at) >= from,
  );
  const open = entries.filter((entry) => entry.index === openIndex);
  if (open.length > 0) return open;
  const onsets = entries.filter((entry) => entry.kind === 'onset');
  return onsets.length <= mostBands ? onsets : [];
}

const mostBands = 5;

/** Ctrl (or a pinch) and the wheel come nearer; React's own wheel listeners cannot keep the page from zooming. */
function useWheelZoom(
  box: { readonly current: HTMLElement | null },
  onZoom: (factor: number, x: number) => void,
): void {
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom.current(Math.exp(event.deltaY / 300), event.clientX - element.getBoundingClientRect().left);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box]);
}
