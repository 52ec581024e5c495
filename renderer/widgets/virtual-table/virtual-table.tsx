import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { t } from '../../strings/text';
import {
  chosenRanges,
  isChosen,
  moveCursor,
  type RowCursor,
  type RowRange,
  toggleRow,
  withinRows,
} from './row-cursor';
import { SaveTable } from './save-table';
import { type Column, rowsAsCsv, rowsAsText, type Sort, stickyOffsets } from './table-rows';
import { TableToolbar } from './table-toolbar';
import { useColumnWidths } from './use-column-widths';
import { useTable } from './use-table';
import './virtual-table.css';

/** What every table needs, wherever its rows are. */
export interface TableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rowKey: (row: R) => string | number;
  readonly onOpen?: (row: R) => void;
  readonly openKey?: string | number | null;
  /** The row's source, added to what is copied: "systems.csv:4". */
  readonly citation?: (row: R) => string;
  /** Puts text on the clipboard and says so. */
  readonly onCopy: (text: string, said: string) => void;
  readonly firstSort?: Sort;
  readonly firstFilter?: string;
  /** Shown in place of rows. */
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
  readonly filterLabel?: string;
  /** Pixels; a row of two lines has 44. */
  readonly rowHeight?: number;
}

/** The rows that are shown; one that is not at hand yet is undefined. */
export interface ShownRows<R> {
  readonly length: number;
  readonly at: (index: number) => R | undefined;
}

interface DataTableProps<R> extends TableProps<R> {
  readonly table: Omit<ReturnType<typeof useTable<R>>, 'shownRows'> & { readonly shownRows: ShownRows<R> };
  /** Rows before any filter. */
  readonly total: number;
  readonly isLoading?: boolean;
  /** Told which rows are in sight. */
  readonly onSight?: (from: number, to: number) => void;
  readonly onCopyRanges: (ranges: readonly RowRange[]) => void;
  readonly onSave: () => void;
}

const atFirst: RowCursor = { active: 0, anchor: 0 };

/** A table of rows that the window holds. */
export function VirtualTable<R>(props: TableProps<R> & { readonly rows: readonly R[] }) {
  const { label, rows, columns, citation, onCopy, firstSort, firstFilter = '' } = props;
  const save = useContext(SaveTable);
  const table = useTable(rows, columns, { sort: firstSort ?? null, filter: firstFilter });
  const { shownRows, shownColumns } = table;
  const source = citation ? { title: t('table.citation'), of: citation } : null;
  return (
    <DataTable
      {...props}
      table={table}
      total={rows.length}
      onCopyRanges={(ranges) => {
        const chosen = ranges.flatMap(([from, to]) => shownRows.slice(from, to + 1));
        onCopy(rowsAsText(chosen, shownColumns, source), t('table.copied', { count: chosen.length }));
      }}
      onSave={() => save?.(label, rowsAsCsv(shownRows, shownColumns, source))}
    />
  );
}

/**
 * However many rows there are, only those in sight are in the document. One tab stop; arrow keys move, Shift
 * chooses a range, Ctrl/Cmd+click and Ctrl/Cmd+Space one row more, Enter opens, Ctrl/Cmd+C copies with citations.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, table, columns, rowKey, onOpen, openKey = null, empty, actions, rowHeight = 28 } = props;
  const { shownRows, shownColumns } = table;
  // The choice is by place: in another order or another part of the rows it would be of others.
  const list = JSON.stringify([table.sort, table.filter]);
  const [held, setHeld] = useState<{ readonly cursor: RowCursor; readonly list: string }>({
    cursor: atFirst,
    list,
  });
  const setCursor = (moved: RowCursor) => setHeld({ cursor: moved, list });
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: shownRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: 30,
    scrollPaddingStart: 30,
  });
  const cursor = withinRows(held.list === list ? held.cursor : atFirst, shownRows.length);
  const { active } = cursor;
  const ranges = chosenRanges(cursor);
  const columnPixels = useColumnWidths(scroller, shownRows, shownColumns);
  const offsets = stickyOffsets(shownColumns, columnPixels);
  // A grid template cannot be a class: the columns are the caller's and the person's choice.
  const widths: CSSProperties & Record<`--${string}`, string> = {
    '--columns': columnPixels.map((width) => `${width}px`).join(' '),
    '--row': `${rowHeight}px`,
    '--least': `${columnPixels.reduce((sum, width) => sum + width, 0)}px`,
  };
  const items = virtual.getVirtualItems();
  const { onSight } = props;
  const firstInSight = items[0]?.index ?? 0;
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => onSight?.(firstInSight, lastInSight), [onSight, firstInSight, lastInSight]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const row = shownRows.at(active);
    if (isCommand && event.key.toLowerCase() === 'c' && String(getSelection()) === '')
      props.onCopyRanges(ranges);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else {
      const moved = moveCursor(
        cursor,
        { key: event.key, shiftKey: event.shiftKey, isCommand },
        shownRows.length,
      );
      if (moved === null) return;
      setCursor(moved);
      if (event.key.toLowerCase() !== 'a') virtual.scrollToIndex(moved.active);
    }
    event.preventDefault();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
    const row = Number.isNaN(index) ? undefined : shownRows.at(index);
    if (row === undefined || target?.closest('button, a, input') != null) return;
    if (event.ctrlKey || event.metaKey) {
      setCursor(toggleRow(cursor, index));
      return;
    }
    if (event.shiftKey) setCursor({ ...cursor, active: index, anchor: cursor.anchor ?? active });
    else {
      setCursor({ active: index, anchor: index });
      onOpen?.(row);
    }
  };

  // What is cut off is shown whole under the pointer.
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    if (cell === null) return;
    if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent;
    else cell.removeAttribute('title');
  };

  // A table that one moves through by keys is ARIA's grid, for which HTML has no element.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': shownRows.length + 1,
    'aria-colcount': shownColumns.length,
    'aria-multiselectable': true,
    'aria-busy': props.isLoading === true,
    'aria-activedescendant': `${id}-${active}`,
  };

  return (
    <div className="table">
      <TableToolbar
        table={table}
        columns={columns}
        total={props.total}
        isLoading={props.isLoading === true}
        onCopy={() => props.onCopyRanges(ranges)}
        onSave={props.onSave}
        filterLabel={props.filterLabel ?? t('table.filter')}
        actions={actions}
      />
      {shownRows.length === 0 ? (
        <div className="table__empty">
          {props.isLoading ? null : props.total === 0 ? (
            empty
          ) : (
            <p>{t('table.noMatch', { text: table.filter })}</p>
          )}
        </div>
      ) : (
        <div ref={scroller} className="table__scroll" style={widths}>
          <table
            className="table__grid"
            {...grid}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onPointerOver={onPointerOver}
          >
            <thead className="table__head">
              <tr className="table__titles" aria-rowindex={1}>
                {shownColumns.map((column, index) => (
                  <HeadCell
                    key={column.id}
                    column={column}
                    left={offsets[index] ?? null}
                    sort={table.sort}
                    onSort={column.isUnsorted ? null : () => table.sortBy(column.id)}
                  />
                ))}
              </tr>
            </thead>
            <tbody className="table__body" style={{ height: virtual.getTotalSize() - 30 }}>
              {items.map((item) => {
                const row = shownRows.at(item.index);
                const key = row === undefined ? `row ${item.index}` : rowKey(row);
                return (
                  <tr
                    key={key}
                    id={`${id}-${item.index}`}
                    className="table__row"
                    aria-rowindex={item.index + 2}
                    aria-selected={isChosen(ranges, item.index)}
                    data-index={item.index}
                    data-active={item.index === active || undefined}
                    data-open={key === openKey || undefined}
                    style={{ transform: `translateY(${item.start - 30}px)` }}
                  >
                    {shownColumns.map((column, at) => (
                      <td
                        key={column.id}
                        className={column.align === 'end' ? 'table__cell table__cell--end' : 'table__cell'}
                        {...sticky(offsets[at] ?? null)}
                      >
                        {row === undefined ? null : column.render ? column.render(row) : column.value(row)}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** Where a sticky cell stands is the sum of the widths before it: no class can say it. */
function sticky(left: number | null) {
  return left === null ? {} : { 'data-sticky': true, style: { left } };
}

interface HeadCellProps<R> {
  readonly column: Column<R>;
  readonly left: number | null;
  readonly sort: Sort | null;
  readonly onSort: (() => void) | null;
}

function HeadCell<R>({ column, left, sort, onSort }: HeadCellProps<R>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  return (
    <th
      scope="col"
      className={column.align === 'end' ? 'table__heading table__heading--end' : 'table__heading'}
      aria-sort={direction ?? 'none'}
      {...sticky(left)}
    >
      {onSort === null ? (
        <span className="table__sort truncate">{column.title}</span>
      ) : (
        <button type="button" className="table__sort" onClick={onSort} tabIndex={-1}>
          <span className="truncate">{column.title}</span>
          {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
          {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
        </button>
      )}
    </th>
  );
}
