import { useEffect, useState } from 'react';
import { t } from '../../strings/text';
import { type Column, nextSort, rowsAsText, type Sort } from './table-rows';
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
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => hiddenAtFirst(columns));
  const settled = useSettled(filter);
  const shown = useRowWindows(props.windows, settled, sort);
  const shownColumns = columns.filter((column) => !hidden.has(column.id));
  const source = citation ? { title: t('table.citation'), of: citation } : null;

  const copyRange = async (from: number, to: number) => {
    const rows = await shown.take(from, Math.min(to, from + copiedAtMost - 1));
    if (typeof rows === 'string') props.onCopyFailed(rows);
    else onCopy(rowsAsText(rows, shownColumns, source), t('table.copied', { count: rows.length }));
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
        toggleColumn: (id) =>
          setHidden((before) => {
            const after = new Set(before);
            if (!after.delete(id)) after.add(id);
            return after;
          }),
        shownRows: shown.rows,
        shownColumns,
      }}
      total={shown.total}
      empty={shown.failure === null ? props.empty : <p role="alert">{shown.failure}</p>}
      isLoading={shown.isLoading || settled !== filter}
      onSight={shown.need}
      onCopyRange={(from, to) => void copyRange(from, to)}
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

const hiddenAtFirst = <R,>(columns: readonly Column<R>[]) =>
  new Set(columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id));
