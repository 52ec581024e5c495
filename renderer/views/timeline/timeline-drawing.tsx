import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type TimelineEntry, timelineKinds } from '../../../shared/contract/analysis-methods';
import type { CoverageRow } from '../../../shared/contract/reconcile-methods';
import { CoverageBar } from '../../analysis/coverage-bar';
import { formatDay, formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { beyond, placeOf, stackMarks, stretchOf, ticksOf, withRoom } from './time-scale';

type Listed = TimelineEntry & { readonly index: number };

interface TimelineDrawingProps {
  readonly entries: readonly Listed[];
  readonly coverage: readonly CoverageRow[];
  readonly openIndex: number | null;
  readonly onOpen: (entry: Listed) => void;
}

/** Room for names: more of it where there is more. */
const leftOf = (available: number) => Math.round(Math.min(270, Math.max(170, available * 0.17)));
const rowHeight = 18;
const rowsOfKind = 3;
/** Room for a date beyond the drawn stretch. */
const dateWidth = 96;

/** Each sort of happening in a lane of its own, above the logs' reach on the same scale. */
export function TimelineDrawing({ entries, coverage, openIndex, onOpen }: TimelineDrawingProps) {
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
  const { stretch, scale } = useMemo(() => {
    const times = entries.flatMap((entry) => [entry.at, ...(entry.until === null ? [] : [entry.until])]);
    const logs = coverage.flatMap((row) => [row.from ?? [], row.to ?? []].flat());
    const drawn = stretchOf(times.map(Date.parse), logs.map(Date.parse));
    const hasDates = (side: 'before' | 'after') =>
      entries.some((entry) => beyond(drawn, Date.parse(entry.at)) === side);
    return {
      stretch: drawn,
      scale: withRoom(drawn, Math.max(300, available - left - 24), {
        before: hasDates('before') ? dateWidth : 0,
        after: hasDates('after') ? dateWidth : 0,
      }),
    };
  }, [entries, coverage, available, left]);

  const lanes = useMemo(() => {
    const kinds = timelineKinds.filter((kind) => entries.some((entry) => entry.kind === kind));
    let y = 30;
    return kinds.map((kind) => {
      const own = entries.filter((entry) => entry.kind === kind).sort((a, b) => a.at.localeCompare(b.at));
      const within = (time: number) => Math.min(scale.width, Math.max(0, placeOf(scale, time)));
      const places = own.map((entry) => {
        const at = Date.parse(entry.at);
        const side = beyond(stretch, at);
        // A date that is written out takes the room of its words.
        if (side !== null)
          return { x: side === 'after' ? scale.width - dateWidth : 0, width: dateWidth, side };
        const x = within(at);
        const end = entry.until === null ? x : within(Date.parse(entry.until));
        return { x, width: Math.max(12, end - x), side };
      });
      const rows = stackMarks(places, rowsOfKind);
      const lane = {
        kind,
        y,
        rows: Math.max(1, ...rows.map((row) => row + 1)),
        marks: own.map((entry, index) => ({
          entry,
          ...(places[index] ?? { x: 0, width: 12, side: null }),
          row: rows[index] ?? 0,
        })),
      };
      y += lane.rows * rowHeight + 12;
      return lane;
    });
  }, [entries, stretch, scale]);
  const height = (lanes.at(-1)?.y ?? 30) + (lanes.at(-1)?.rows ?? 1) * rowHeight + 10;
  const bounds = { from: new Date(scale.from).toISOString(), to: new Date(scale.to).toISOString() };

  const columns: CSSProperties & Record<`--${string}`, string> = { '--left': `${left}px` };

  return (
    <section ref={box} className="timeline" style={columns} aria-label={t('timeline.drawing')}>
      <svg width={left + scale.width + 12} height={height}>
        <title>{t('timeline.drawing')}</title>
        {ticksOf(scale).map((tick) => (
          <g key={tick}>
            <line
              className="timeline__tick"
              x1={left + placeOf(scale, tick)}
              x2={left + placeOf(scale, tick)}
              y1={20}
              y2={height}
            />
            <text className="timeline__date" x={left + placeOf(scale, tick)} y={14}>
              {formatDay(tick)}
            </text>
          </g>
        ))}
        {lanes.map((lane) => (
          <g key={lane.kind}>
            <text className="timeline__lane" x={16} y={lane.y + 13}>
              {t(`timeline.kind.${lane.kind}`)}
            </text>
            {lane.marks.map(({ entry, x, width, side, row }) => (
              <Mark
                key={entry.index}
                entry={entry}
                x={left + x}
                y={lane.y + row * rowHeight}
                width={width}
                side={side}
                isOpen={entry.index === openIndex}
                onOpen={onOpen}
              />
            ))}
          </g>
        ))}
      </svg>
      <div className="timeline__coverage">
        {coverage.map((row) => (
          <div key={row.system} className="timeline__log">
            <span className="truncate" title={row.system}>
              {row.system}
            </span>
            <CoverageBar row={row} from={bounds.from} to={bounds.to} />
          </div>
        ))}
      </div>
    </section>
  );
}

interface MarkProps {
  readonly entry: Listed;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Beyond which end of the drawing it lies; its date is then written out. */
  readonly side: 'before' | 'after' | null;
  readonly isOpen: boolean;
  readonly onOpen: (entry: Listed) => void;
}

/** A moment is a diamond, a stretch a bar; the table is the keyboard's way to them. */
function Mark({ entry, x, y, width, side, isOpen, onOpen }: MarkProps) {
  const label = `${formatInstant(entry.at)}: ${entry.subject}. ${entry.text}`;
  const mark = { role: 'img', 'aria-label': label };
  const d =
    side !== null
      ? side === 'after'
        ? `M${x + width - 8} ${y + 2}l8 6l-8 6Z`
        : `M${x + 8} ${y + 2}l-8 6l8 6Z`
      : entry.until === null
        ? `M${x - 6} ${y + 8}l6 -6l6 6l-6 6Z`
        : `M${x} ${y + 3}h${Math.max(4, width)}v10h${-Math.max(4, width)}Z`;
  const listeners = { onClick: () => onOpen(entry) };
  return (
    <g
      className={`timeline__mark timeline__mark--${entry.severity}`}
      data-open={isOpen || undefined}
      {...mark}
      {...listeners}
    >
      <title>{label}</title>
      <path d={d} />
      {side !== null && (
        <text
          className="timeline__beyond"
          x={side === 'after' ? x + width - 12 : x + 12}
          y={y + 12}
          textAnchor={side === 'after' ? 'end' : 'start'}
        >
          {formatDay(Date.parse(entry.at))}
        </text>
      )}
    </g>
  );
}
