import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { formatCompact, formatDay, formatMonth, formatMonthName } from '../../strings/format';
import { t } from '../../strings/text';
import { textMeasure } from '../../widgets/virtual-table/use-column-widths';
import {
  firstWithAny,
  type Grain,
  type HeatCell,
  type HeatMap,
  type Measure,
  type Period,
  periodGroups,
} from './heat-map-cells';
import { HeatMapRow } from './heat-map-row';
import { useReconcile } from './reconcile-store';

interface HeatMapGridProps {
  readonly map: HeatMap;
  readonly measure: Measure;
  readonly grain: Grain;
}

const size = { row: 28, head: 44, leastColumn: 26, mostColumn: 46 } as const;
/** The names have what they need, up to half of the room. */
const leastName = 180;
const namePadding = 96;
const noCells: HeatMap['cells'][number] = [];

/** Flows by days: every cell says its number; the ground only repeats it. Arrows move, Enter lists messages. */
export function HeatMapGrid({ map, measure, grain }: HeatMapGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const { nameWidth, columnWidth } = useWidths(scroller, map);
  const groups = useMemo(() => periodGroups(map.periods, grain), [map.periods, grain]);
  const rows = useVirtualizer({
    count: map.flows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.row,
    overscan: 8,
    scrollPaddingStart: size.head,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: map.periods.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    // Columns of another width are other columns: what was measured of the old ones is forgotten.
    getItemKey: useCallback((index: number) => `${index} ${columnWidth}`, [columnWidth]),
    overscan: 6,
    scrollPaddingStart: nameWidth,
  });

  // Begins where there is something to see, if that is further on than what a screen shows.
  const begun = useRef<HeatMap | null>(null);
  useLayoutEffect(() => {
    if (begun.current === map) return;
    begun.current = map;
    const beginning = Math.max(0, firstWithAny(map));
    setAt({ row: 0, column: beginning });
    const shown = ((scroller.current?.clientWidth ?? 0) - nameWidth) / columnWidth;
    if (beginning >= shown) columns.scrollToIndex(Math.max(0, beginning - 2), { align: 'start' });
  }, [map, columns, columnWidth, nameWidth]);

  const messages = useReconcile((state) => state.messages);
  const open = (row: number, column: number) => {
    const flow = map.flows[row];
    const cell = map.cells[row]?.[column] ?? null;
    if (flow === undefined || cell === null) return;
    useReconcile.setState({
      messages: {
        flow: flow.name,
        disposition: dispositionOf(cell, measure),
        period: map.periods[column] ?? 'timeless',
      },
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [12, 0],
      PageUp: [-12, 0],
      Home: [0, -map.periods.length],
      End: [0, map.periods.length],
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const row = clamp(at.row + step[0], map.flows.length);
      const column = clamp(at.column + step[1], map.periods.length);
      setAt({ row, column });
      rows.scrollToIndex(row);
      columns.scrollToIndex(column);
    } else if (event.key === 'Enter') open(at.row, at.column);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
    if (row === undefined || column === undefined || Number.isNaN(column)) return;
    setAt({ row, column });
    open(row, column);
  };

  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': t('reconcile.heatLabel', { measure: t(`disposition.${measure}`) }),
    'aria-rowcount': map.flows.length + 1,
    'aria-colcount': map.periods.length + 1,
    'aria-activedescendant': `${id}-${at.row}-${at.column}`,
  };

  const shownColumns = columns.getVirtualItems();
  const openColumn = map.periods.findIndex((period) => isSamePeriod(messages?.period, period ?? 'timeless'));
  // What a cell says in full is worked out for the one under the mouse: a screen has a thousand and more.
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest('[data-cell]') : null;
    const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(' ').map(Number);
    if (!(cell instanceof HTMLElement) || row === undefined || column === undefined) return;
    cell.title = cellText(map.cells[row]?.[column] ?? null, measure, map.periods[column] ?? null);
  };

  const style: CSSProperties & Record<`--${string}`, string> = {
    '--name': `${nameWidth}px`,
    '--column': `${columnWidth - 2}px`,
    width: nameWidth + columns.getTotalSize(),
    height: size.head + rows.getTotalSize(),
  };

  return (
    <div ref={scroller} className="heat">
      <table
        className="heat__grid"
        {...grid}
        style={style}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={onPointerOver}
      >
        <thead className="heat__head">
          <tr className="heat__row">
            <th scope="col" className="heat__corner">
              <span className="heat__label">
                <span className="truncate">{t('reconcile.flow')}</span>
                <span>{t('reconcile.total')}</span>
              </span>
            </th>
            {groups.map((group) => (
              <td
                key={group.first}
                className="heat__month"
                style={{ left: nameWidth + group.first * columnWidth, width: group.count * columnWidth }}
              >
                <span className="heat__month-name">
                  {groupText(group.from, grain, group.count * columnWidth)}
                </span>
              </td>
            ))}
            {shownColumns.map((item) => (
              <th
                key={item.index}
                scope="col"
                className="heat__day"
                style={{ left: nameWidth + item.start }}
                title={periodText(map.periods[item.index] ?? null)}
              >
                {shortPeriod(map.periods[item.index] ?? null, grain)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.getVirtualItems().map((row) => {
            const flow = map.flows[row.index];
            return (
              <HeatMapRow
                key={row.index}
                id={id}
                index={row.index}
                top={size.head + row.start}
                name={flow?.name ?? ''}
                total={flow?.total ?? 0}
                cells={map.cells[row.index] ?? noCells}
                first={shownColumns[0]?.index ?? 0}
                last={shownColumns.at(-1)?.index ?? -1}
                nameWidth={nameWidth}
                columnWidth={columnWidth}
                active={row.index === at.row ? at.column : -1}
                activeText={
                  row.index === at.row
                    ? cellText(
                        map.cells[at.row]?.[at.column] ?? null,
                        measure,
                        map.periods[at.column] ?? null,
                      )
                    : ''
                }
                open={messages?.flow === flow?.name ? openColumn : -1}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Names are as wide as the longest, but never more than two fifths of the room; columns as wide as their numbers,
 * and wider where all of them fit.
 */
function useWidths(
  scroller: RefObject<HTMLElement | null>,
  { flows, periods, cells }: HeatMap,
): { readonly nameWidth: number; readonly columnWidth: number } {
  const [room, setRoom] = useState(1000);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  const wanted = useMemo(() => {
    const { cell } = textMeasure();
    const most = Math.max(0, ...cells.map((row) => Math.max(0, ...row.map((one) => one?.value ?? 0))));
    return {
      name: Math.max(0, ...flows.map(({ name }) => Math.ceil(cell(name)))) + namePadding,
      column: Math.ceil(cell(formatCompact(most))) + 10,
    };
  }, [flows, cells]);
  const nameWidth = Math.max(leastName, Math.min(wanted.name, Math.floor(room * 0.4)));
  const fitting = Math.floor((room - nameWidth) / Math.max(1, periods.length));
  const columnWidth = Math.min(size.mostColumn, Math.max(size.leastColumn, wanted.column, fitting));
  return { nameWidth, columnWidth };
}

/** What a press on the cell lists: of what was sent the most, and where nothing can be judged what could not be. */
function dispositionOf(cell: HeatCell, measure: Measure) {
  if (cell.value === 0 && cell.isMostlyUnobservable) return 'unobservable';
  return measure === 'sent' ? cell.most : measure;
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/** The day of the month on which the column begins, or the month. */
function shortPeriod(period: Period | null, grain: Grain): string {
  if (period === null) return '';
  return grain === 'month' ? formatMonthName(period.from) : String(Number(period.from.slice(8)));
}

/** The month or year over its columns, as much of it as there is room for. */
function groupText(from: string | null, grain: Grain, width: number): string {
  if (from === null) return width < 44 ? '–' : t('reconcile.noTime');
  if (grain === 'month') return from.slice(0, 4);
  if (width >= 64) return formatMonth(from);
  return formatMonthName(from);
}

const isSamePeriod = (a: Period | 'timeless' | null | undefined, b: Period | 'timeless') =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a?.from === b.from && a.to === b.to);

function periodText(period: Period | null): string {
  if (period === null) return t('reconcile.noTimeLong');
  return period.from === period.to
    ? formatDay(period.from)
    : t('reconcile.period', { from: formatDay(period.from), to: formatDay(period.to) });
}

function cellText(cell: HeatCell | null, measure: Measure, period: Period | null): string {
  const when = periodText(period);
  if (cell === null) return t('reconcile.cellNothing', { when });
  const what = t('reconcile.cell', {
    when,
    value: cell.value,
    measure: t(`disposition.${measure}`),
    sent: cell.sent,
  });
  return cell.isMostlyUnobservable ? `${what} ${t('reconcile.shade.unobservable')}` : what;
}
