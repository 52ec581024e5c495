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
                    y={lane.y - 18}
                    width={Math.max(8, gap.to - gap.from)}
                    height={36}
                  />
                  <path
                    className="journey__hatch"
                    d={hatch(gap.from, Math.max(gap.from + 8, gap.to), lane.y)}
                  />
                  <text
                    className="journey__gap-word"
                    x={(gap.from + Math.max(gap.from + 8, gap.to)) / 2}
                    y={lane.y - 22}
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

const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

function hatch(from: number, to: number, y: number): string {
  let d = '';
  for (let x = from; x < to; x += 7) d += `M${x} ${y + 18}L${Math.min(to, x + 12)} ${y - 18}`;
  return d;
}

function HopArrow({ hop }: { readonly hop: PlacedHop }) {
  const { from, to, hasArrived, disposition } = hop;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = hasArrived
    ? { x: to.x - Math.cos(angle) * 9, y: to.y - Math.sin(angle) * 9 }
    : { x: from.x + (to.x - from.x) * 0.72, y: from.y + (to.y - from.y) * 0.72 };
  const wing = (turn: number) =>
    `${end.x - Math.cos(angle + turn) * 9} ${end.y - Math.sin(angle + turn) * 9}`;
  const cross = 5;
  return (
    <g
      className={`journey__hop journey__hop--${dispositionTones[disposition]}`}
      data-arrived={hasArrived || undefined}
    >
      <title>{withReadableTimes(hop.why)}</title>
      <path d={`M${from.x + Math.cos(angle) * 8} ${from.y + Math.sin(angle) * 8}L${end.x} ${end.y}`} />
      {hasArrived ? (
        <path d={`M${wing(0.45)}L${end.x} ${end.y}L${wing(-0.45)}`} />
      ) : (
        <path
          d={`M${end.x - cross} ${end.y - cross}l${2 * cross} ${2 * cross}m0 ${-2 * cross}l${-2 * cross} ${2 * cross}`}
        />
      )}
      {disposition !== 'delivered' && (
        <text x={end.x + 10} y={end.y + (hasArrived ? -6 : 4)}>
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
