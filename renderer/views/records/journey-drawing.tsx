import { type KeyboardEvent, useMemo } from 'react';
import type { CoverageRow, Trace, TraceEvent } from '../../../shared/contract/reconcile-methods';
import { dispositionTones } from '../../analysis/dispositions';
import { formatInstant, formatMonthDay, formatTime, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { drawnAtMost, laneSize, type PlacedEvent, type PlacedHop, swimLanes } from './swim-lanes';

interface JourneyDrawingProps {
  readonly trace: Trace;
  readonly coverage: readonly CoverageRow[];
  readonly onOpen: (event: TraceEvent) => void;
}

/** A lane a system, time from left to right; where a log is silent its lane is hatched. The tables say the same. */
export function JourneyDrawing({ trace, coverage, onOpen }: JourneyDrawingProps) {
  const drawing = useMemo(() => swimLanes(trace, coverage), [trace, coverage]);
  return (
    <section className="journey" aria-label={t('records.journey')}>
      <div className="journey__lanes">
        <svg className="journey__names" width={laneSize.name} height={drawing.height} aria-hidden="true">
          {drawing.lanes.map((lane) => (
            <text key={lane.system} className="journey__system" x={16} y={lane.y + 4}>
              <title>{lane.system}</title>
              {shortened(lane.system === '' ? t('map.notKnown') : lane.system)}
            </text>
          ))}
        </svg>
        <svg className="journey__drawing" width={drawing.width} height={drawing.height}>
          <title>{t('records.journey')}</title>
          {drawing.lanes.map((lane) => (
            <g key={lane.system}>
              <line
                className="journey__lane"
                x1={laneSize.name}
                x2={drawing.width - 12}
                y1={lane.y}
                y2={lane.y}
              />
              {lane.gaps.map((gap) => (
                <g key={gap.from}>
                  <rect
                    className="journey__gap"
                    x={gap.from}
                    y={lane.y - 11}
                    width={Math.max(8, gap.to - gap.from)}
                    height={22}
                  />
                  <path
                    className="journey__hatch"
                    d={hatch(gap.from, Math.max(gap.from + 8, gap.to), lane.y)}
                  />
                  <text
                    className="journey__gap-word"
                    x={(gap.from + Math.max(gap.from + 8, gap.to)) / 2}
                    y={lane.y + 4}
                  >
                    {t('records.gap')}
                  </text>
                </g>
              ))}
            </g>
          ))}
          {drawing.hops.map((hop) => (
            <HopArrow key={`${hop.from.x} ${hop.to.x} ${hop.to.y}`} hop={hop} />
          ))}
          {drawing.events.map((placed) => (
            <EventDot key={placed.index} placed={placed} onOpen={onOpen} />
          ))}
        </svg>
      </div>
      {trace.eventCount > drawnAtMost && (
        <p className="journey__more">
          {t('records.drawnOnly', { drawn: drawnAtMost, count: trace.eventCount })}
        </p>
      )}
    </section>
  );
}

const shortened = (name: string) => (name.length > 29 ? `${name.slice(0, 28)}…` : name);

function hatch(from: number, to: number, y: number): string {
  let d = '';
  // Each stroke rises as far as it runs, so one that is cut by the end also stops lower.
  for (let x = from; x < to; x += 7) {
    const run = Math.min(14, to - x);
    d += `M${x} ${y + 11}l${run} ${-run * (22 / 14)}`;
  }
  return d;
}

/** A hop leaves and arrives sideways, so that it never runs through the words above and below an event. */
function HopArrow({ hop }: { readonly hop: PlacedHop }) {
  const { from, to, hasArrived, disposition } = hop;
  const side = to.x < from.x ? -1 : 1;
  const start = from.x + side * 9;
  const down = Math.sign(to.y - from.y);
  // A receipt that is missing leaves the line short of the lane on which it was due.
  const end = hasArrived ? { x: to.x - side * 9, y: to.y } : { x: to.x, y: to.y - down * 13 };
  const bend = Math.max(18, Math.abs(end.x - start) / 2) * side;
  const curve = hasArrived
    ? `M${start} ${from.y}C${start + bend} ${from.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
    : `M${start} ${from.y}Q${end.x} ${from.y} ${end.x} ${end.y - down * 7}`;
  return (
    <g
      className={`journey__hop journey__hop--${dispositionTones[disposition]}`}
      data-arrived={hasArrived || undefined}
    >
      <title>{withReadableTimes(hop.why)}</title>
      <path d={curve} />
      {hasArrived ? (
        <path d={`M${end.x - side * 8} ${end.y - 4}L${end.x} ${end.y}L${end.x - side * 8} ${end.y + 4}`} />
      ) : (
        <path d={`M${end.x - 5} ${end.y - 5}l10 10m0 -10l-10 10`} />
      )}
      {disposition !== 'delivered' && (
        <text x={end.x + (hasArrived ? -side * 14 : 10)} y={end.y + (hasArrived ? -8 : 4)}>
          {t(`disposition.${disposition}`)}
        </text>
      )}
    </g>
  );
}

/** The form says what happened: a triangle leaves, a square arrives, a circle is anything else. */
function shapeOf(kind: TraceEvent['kind'], x: number, y: number): string {
  if (kind === 'sent') return `M${x - 5} ${y - 6}L${x + 7} ${y}L${x - 5} ${y + 6}Z`;
  if (kind === 'received') return `M${x - 5} ${y - 5}h10v10h-10Z`;
  return `M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z`;
}

function EventDot({
  placed,
  onOpen,
}: {
  readonly placed: PlacedEvent;
  readonly onOpen: (event: TraceEvent) => void;
}) {
  const { event, x, y } = placed;
  const when = event.time === null ? t('records.noTime') : formatInstant(event.time);
  const open = () => onOpen(event);
  const dot = {
    role: 'button',
    tabIndex: 0,
    'aria-label': t('records.dot', {
      event: event.event,
      system: event.system ?? '',
      when,
      file: event.file,
      line: String(event.line),
    }),
    onClick: open,
    onKeyDown: (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Enter' && pressed.key !== ' ') return;
      pressed.preventDefault();
      open();
    },
  };
  return (
    <g className="journey__event" {...dot}>
      <rect className="journey__reach" x={x - 20} y={y - 14} width={40} height={28} />
      <path className="journey__shape" d={shapeOf(event.kind, x, y)} />
      <text className="journey__word" x={x} y={y + 21}>
        {event.event}
      </text>
      <text className="journey__time" x={x} y={y - 12}>
        {event.time === null ? '' : `${formatMonthDay(event.time)} ${formatTime(event.time)}`}
      </text>
    </g>
  );
}
