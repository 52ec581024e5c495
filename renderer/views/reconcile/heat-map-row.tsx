import { memo } from 'react';
import { formatCompact, formatCount } from '../../strings/format';
import type { HeatCell } from './heat-map-cells';

interface HeatMapRowProps {
  /** Of the grid: cells take theirs from it. */
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly name: string;
  readonly total: number;
  readonly cells: readonly (HeatCell | null)[];
  /** The columns in sight. */
  readonly first: number;
  readonly last: number;
  readonly nameWidth: number;
  readonly columnWidth: number;
  /** The column on which the keyboard stands, and the one whose messages are listed; -1 for none. */
  readonly active: number;
  readonly activeText: string;
  readonly open: number;
}

/** One flow. It is drawn anew only when something of it changes: scrolling down leaves the others alone. */
export const HeatMapRow = memo(function HeatMapRow(props: HeatMapRowProps) {
  const { id, index, top, name, total, cells, first, last, nameWidth, columnWidth } = props;
  const columns = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  return (
    <tr className="heat__row" aria-rowindex={index + 2} style={{ top }}>
      <th scope="row" className="heat__name" title={name}>
        <span className="heat__label">
          <span className="truncate">{name}</span>
          <span className="heat__total">{formatCount(total)}</span>
        </span>
      </th>
      {columns.map((column) => {
        const cell = cells[column] ?? null;
        const isActive = column === props.active;
        return (
          <td
            key={column}
            id={`${id}-${index}-${column}`}
            className="heat-cell"
            data-cell={`${index} ${column}`}
            data-shade={cell?.shade}
            data-unobservable={cell?.isMostlyUnobservable || undefined}
            data-active={isActive || undefined}
            data-open={column === props.open || undefined}
            aria-colindex={column + 2}
            aria-label={isActive ? props.activeText : undefined}
            style={{ left: nameWidth + column * columnWidth }}
          >
            {cell === null ? '' : cell.value === 0 ? '·' : formatCompact(cell.value)}
          </td>
        );
      })}
    </tr>
  );
});
