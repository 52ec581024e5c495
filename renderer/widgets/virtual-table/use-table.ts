import { useDeferredValue, useMemo, useState } from 'react';
import { type Column, filterRows, nextSort, type Sort, sortRows } from './table-rows';
import { useHiddenColumns } from './use-hidden-columns';

/** The state of one table: what is sorted by, filtered for and shown, and the rows that remain. */
export function useTable<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  first: { readonly sort: Sort | null; readonly filter: string },
) {
  const [sort, setSort] = useState<Sort | null>(first.sort);
  const [filter, setFilter] = useState(first.filter);
  const { hidden, toggleColumn } = useHiddenColumns(columns);
  const settledFilter = useDeferredValue(filter);
  const shownRows = useMemo(
    () => sortRows(filterRows(rows, columns, settledFilter), columns, sort),
    [rows, columns, settledFilter, sort],
  );
  const shownColumns = useMemo(() => columns.filter((column) => !hidden.has(column.id)), [columns, hidden]);

  return {
    sort,
    sortBy: (column: string) => setSort((before) => nextSort(before, column)),
    filter,
    setFilter,
    hidden,
    toggleColumn,
    shownRows,
    shownColumns,
  };
}
