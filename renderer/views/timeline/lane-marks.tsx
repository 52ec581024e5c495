import { formatDay, formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { type Lane, type Listed, laneSize, type PlacedMark } from './timeline-lanes';

interface LaneMarksProps {
  readonly lane: Lane;
  readonly left: number;
  readonly openIndex: number | null;
  readonly onOpen: (entry: Listed) => void;
}

/** One sort of happening: its name, and each of it where it happened. */
export function LaneMarks({ lane, left, openIndex, onOpen }: LaneMarksProps) {
  return (
    <g transform={`translate(0 ${lane.y})`}>
      <text className="timeline__lane" x={16} y={13}>
        {t(`timeline.kind.${lane.kind}`)}
      </text>
      {lane.marks.map((mark) => (
        <Mark
          key={mark.entry.index}
          mark={mark}
          left={left}
          isOpen={[mark.entry, ...mark.others].some((entry) => entry.index === openIndex)}
          onOpen={onOpen}
        />
      ))}
    </g>
  );
}

interface MarkProps {
  readonly mark: PlacedMark;
  readonly left: number;
  readonly isOpen: boolean;
  readonly onOpen: (entry: Listed) => void;
}

const textOf = (entry: Listed) => `${formatInstant(entry.at)}: ${entry.subject}. ${entry.text}`;

/** A moment is a diamond, a stretch a bar, what lies beyond the drawing an arrow; the table is the keyboard's way. */
function Mark({ mark, left, isOpen, onOpen }: MarkProps) {
  const { entry, others, row, label, side } = mark;
  const x = left + mark.x;
  const y = row * laneSize.row;
  const said = [entry, ...others].map(textOf).join('\n');
  const picture = { role: 'img', 'aria-label': said };
  const listeners = { onClick: () => onOpen(entry) };
  const more = others.length > 0 ? ` +${others.length}` : '';
  return (
    <g
      className={`timeline__mark timeline__mark--${entry.severity}`}
      data-open={isOpen || undefined}
      {...picture}
      {...listeners}
    >
      <title>{said}</title>
      <path d={shapeOf(mark, x, y)} />
      {side !== null ? (
        <text
          className="timeline__name"
          x={side === 'after' ? x + mark.width - 12 : x + 12}
          y={y + 12}
          textAnchor={side === 'after' ? 'end' : 'start'}
        >
          {formatDay(Date.parse(entry.at)) + more}
        </text>
      ) : (
        (label !== null || more !== '') && (
          <text
            className="timeline__name"
            x={label === 'left' ? x - 10 : x + mark.width + 10}
            y={y + 12}
            textAnchor={label === 'left' ? 'end' : 'start'}
          >
            {(label === null ? '' : entry.subject) + more}
          </text>
        )
      )}
    </g>
  );
}

function shapeOf({ entry, side, width }: PlacedMark, x: number, y: number): string {
  if (side === 'after') return `M${x + width - 8} ${y + 2}l8 6l-8 6Z`;
  if (side === 'before') return `M${x + 8} ${y + 2}l-8 6l8 6Z`;
  if (entry.until === null) return `M${x - 6} ${y + 8}l6 -6l6 6l-6 6Z`;
  return `M${x} ${y + 3}h${width}v10h${-width}Z`;
}
