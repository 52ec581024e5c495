import { useEffect, useState } from 'react';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import type { RowRange } from './row-cursor';
import { nextSort, rowsAsText, type Sort } from './table-rows';
import { useHiddenColumns } from './use-hidden-columns';
import { type RowWindows, useRowWindows } from './use-row-windows';
import { DataTable, type TableProps } from './virtual-table';

interface WindowedTableProps<R> extends TableProps<R> {
  /** Where the rows are, for what is filtered and sorted by; a new one for every other list. */
  readonly windows: (asked: { readonly filter: string; readonly sort: Sort | null }) => RowWindows<R>;
  readonly onSave: (asked: { readonly filter: string; readonly sort: Sort | null }) => void;
  readonly onCopyFailed: (message: string) => void;
}

/** So many rows are copied at most: more belong into a file. */
export const copiedAtMost = 100_000;

/** A table of any number of rows, filtered and sorted where they are; only windows of them are at hand. */
export function WindowedTable<R>(props: WindowedTableProps<R>) {
  const { columns, citation, onCopy, firstSort } = props;
  const [sort, setSort] = useState<Sort | null>(firstSort ?? null);
  const [filter, setFilter] = useState('');
  const { hidden, toggleColumn } = useHiddenColumns(columns);
  const settled = useSettled(filter);
  const shown = useRowWindows(props.windows, settled, sort);
  const shownColumns = columns.filter((column) => !hidden.has(column.id));
  const source = citation ? { title: t('table.citation'), of: citation } : null;

  const copyRanges = async (ranges: readonly RowRange[]) => {
    const rows: R[] = [];
    for (const [from, to] of ranges) {
      if (rows.length >= copiedAtMost) break;
      const some = await shown.take(from, Math.min(to, from + copiedAtMost - rows.length - 1));
      if (typeof some === 'string') {
        props.onCopyFailed(some);
        return;
      }
      for (const row of some) rows.push(row);
    }
    const chosen = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    const said =
      rows.length < chosen
        ? t('table.copiedSome', { count: rows.length, all: formatCount(chosen) })
        : t('table.copied', { count: rows.length });
    onCopy(rowsAsText(rows, shownColumns, source), said);
  };

  return (
    <DataTable
      {...props}
      table={{
        sort,
        sortBy: (column) => setSort((before) => nextSort(before, column)),
        filter,
        setFilter,
        hidden,
        toggleColumn,
        shownRows: shown.rows,
        shownColumns,
      }}
      total={shown.total}
      empty={shown.failure === null ? props.empty : <p role="alert">{shown.failure}</p>}
      isLoading={shown.isLoading || settled !== filter}
      onSight={shown.need}
      onCopyRanges={(ranges) => void copyRanges(ranges)}
      onSave={() => props.onSave({ filter, sort })}
    />
  );
}

/** Going through a million rows takes seconds: it begins when the typing has paused, not at every letter. */
const pauseMs = 250;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
