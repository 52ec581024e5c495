import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { axisSteps, type Bar, barsOfDays } from './bars';
import './bar-chart.css';

/** How a series looks: by its ground and its pattern, and by its word in the key. */
export type SeriesLook = 'loss' | 'plain' | 'unknown';

interface BarChartProps {
  readonly label: string;
  /** The first stands on the axis, the others on top of it. */
  readonly series: readonly {
    readonly name: string;
    readonly look: SeriesLook;
    /** Said and opened with the others, but not drawn: it would press them flat. */
    readonly isLeftOut?: boolean;
  }[];
  readonly days: readonly { readonly day: string; readonly values: readonly number[] }[];
  /** Stretches marked behind the bars, ISO 8601. */
  readonly bands: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly formatCount: (value: number) => string;
  /** A stretch of the axis in words, long and short. */
  readonly formatBar: (bar: Bar) => string;
  readonly formatTick: (day: string) => string;
  readonly onOpen: (bar: Bar) => void;
}

const size = { left: 44, right: 8, top: 8, plot: 120, bottom: 20 };
const dayMs = 86_400_000;

/** Stacked bars over days. One tab stop: arrows go from bar to bar and say it, Enter opens what it counts. */
export function BarChart(props: BarChartProps) {
  const { label, series, days, bands, formatCount, formatBar, formatTick, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  const [at, setAt] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setWidth(Math.max(200, element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const room = width - size.left - size.right;
  const bars = useMemo(() => barsOfDays(days, Math.floor(room / 4)), [days, room]);
  const drawn = (values: readonly number[]) =>
    values.map((value, part) => (series[part]?.isLeftOut === true ? 0 : value));
  const most = Math.max(1, ...bars.map(({ values }) => drawn(values).reduce((sum, value) => sum + value, 0)));
  const step = room / Math.max(1, bars.length);
  const height = (value: number) => (value / most) * size.plot;
  const ground = size.top + size.plot;
  const first = Date.parse(bars[0]?.from ?? '');
  const length = Math.max(1, bars.length) * Math.max(1, daysOf(bars[0])) * dayMs;
  const place = (time: string) =>
    size.left + Math.min(1, Math.max(0, (Date.parse(time) - first) / length)) * room;
  const active = Math.min(at ?? bars.length - 1, bars.length - 1);

  const saying = (index: number) => {
    const bar = bars[index];
    if (bar === undefined) return '';
    const parts = series.map(({ name }, part) => `${formatCount(bar.values[part] ?? 0)} ${name}`);
    return `${formatBar(bar)}: ${parts.join(', ')}`;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: active + 1,
      ArrowLeft: active - 1,
      Home: 0,
      End: bars.length - 1,
    };
    const target = steps[event.key];
    const bar = bars[active];
    if (target !== undefined) setAt(Math.max(0, Math.min(bars.length - 1, target)));
    else if (event.key === 'Enter' && bar !== undefined) onOpen(bar);
    else return;
    event.preventDefault();
  };
  const indexAt = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - size.left;
    return x < 0 || x >= room ? null : Math.floor(x / step);
  };

  const ticks = Math.max(1, Math.ceil(bars.length / Math.max(1, Math.floor(room / 84))));
  return (
    <div className="bar-chart">
      <ul className="bar-chart__key">
        {series.map(({ name, look, isLeftOut }) => (
          <li key={name} className={isLeftOut ? 'bar-chart__left-out' : undefined}>
            <svg width={14} height={12} aria-hidden="true">
              <rect className={`bar-chart__part bar-chart__part--${look}`} width={14} height={12} />
              {look === 'unknown' && <path className="bar-chart__hatch" d={hatching(0, 0, 14, 12)} />}
            </svg>
            {name}
          </li>
        ))}
        {bands.length > 0 && (
          <li>
            <svg width={14} height={12} aria-hidden="true">
              <rect className="bar-chart__band" width={14} height={12} />
              <path className="bar-chart__edge" d="M0.5 0V12M13.5 0V12" />
            </svg>
            {[...new Set(bands.map(({ name }) => name))].join(', ')}
          </li>
        )}
      </ul>
      <div
        ref={box}
        className="bar-chart__plot"
        // A row of bars that arrows walk along is a slider over its days, each with its counts in words.
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bars.length - 1)}
        aria-valuenow={Math.max(0, active)}
        aria-valuetext={saying(active)}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setAt(indexAt(event))}
        onPointerLeave={() => setAt(null)}
        onPointerUp={(event) => {
          const bar = bars[indexAt(event) ?? -1];
          if (bar !== undefined) onOpen(bar);
        }}
      >
        <svg width={width} height={ground + size.bottom} aria-hidden="true">
          {axisSteps(most).map((value) => (
            <g key={value}>
              <path className="bar-chart__line" d={`M${size.left} ${ground - height(value) + 0.5}h${room}`} />
              <text className="bar-chart__value" x={size.left - 6} y={ground - height(value) + 4}>
                {formatCount(value)}
              </text>
            </g>
          ))}
          {bands.map(({ from, to }) => (
            <g key={`${from} ${to}`}>
              <rect
                className="bar-chart__band"
                x={place(from)}
                y={size.top}
                width={Math.max(2, place(to) - place(from))}
                height={size.plot}
              />
              <path
                className="bar-chart__edge"
                d={`M${place(from)} ${size.top}v${size.plot}M${place(to)} ${size.top}v${size.plot}`}
              />
            </g>
          ))}
          {bars.map((bar, index) => {
            let y = ground;
            const x = size.left + index * step;
            const barWidth = Math.max(1, step - (step > 4 ? 1 : 0));
            return (
              <g key={bar.from}>
                {at !== null && index === active && (
                  <rect className="bar-chart__active" x={x} y={size.top} width={step} height={size.plot} />
                )}
                {drawn(bar.values).map((value, part) => {
                  if (value === 0) return null;
                  const partHeight = Math.max(1.5, height(value));
                  y -= partHeight;
                  const look = series[part]?.look ?? 'plain';
                  return (
                    <g key={series[part]?.name ?? part}>
                      <rect
                        className={`bar-chart__part bar-chart__part--${look}`}
                        x={x}
                        y={y}
                        width={barWidth}
                        height={partHeight}
                      />
                      {look === 'unknown' && (
                        <path className="bar-chart__hatch" d={hatching(x, y, barWidth, partHeight)} />
                      )}
                    </g>
                  );
                })}
                {index % ticks === 0 && (
                  <text className="bar-chart__day" x={x + step / 2} y={ground + 15}>
                    {formatTick(bar.from)}
                  </text>
                )}
              </g>
            );
          })}
          <path className="bar-chart__ground" d={`M${size.left} ${ground + 0.5}h${room}`} />
        </svg>
      </div>
      <p className="bar-chart__saying numeric" aria-hidden="true">
        {saying(active)}
      </p>
    </div>
  );
}

const daysOf = (bar: Bar | undefined) =>
  bar === undefined ? 1 : Math.round((Date.parse(bar.to) - Date.parse(bar.from)) / dayMs) + 1;

/** Slanted strokes within a box, so that what is not known reads as such without colour. */
function hatching(x: number, y: number, width: number, height: number): string {
  let d = '';
  for (let up = 3; up < width + height; up += 5) {
    const startX = Math.min(up, width);
    const startY = Math.max(0, up - width);
    const endX = Math.max(0, up - height);
    const endY = Math.min(up, height);
    d += `M${x + startX} ${y + startY}L${x + endX} ${y + endY}`;
  }
  return d;
}
