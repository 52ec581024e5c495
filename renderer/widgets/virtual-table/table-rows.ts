import type { ReactNode } from 'react';
import { delimitedText } from '../../../shared/text/delimited-text';

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  /**
   * Pixels at 100 %: the least for a column of text, which is as wide as its text where there is room, and
   * the width of one that draws itself and does not say its `text`. What is left over goes to those that grow.
   */
  readonly width: number;
  readonly grows?: boolean;
  readonly align?: 'end';
  /** What it sorts, filters and copies by. */
  readonly value: (row: R) => string | number | null;
  /** What it shows, where that is more than the value. */
  readonly render?: (row: R) => ReactNode;
  /** What `render` shows as text, so that the column is as wide as that. */
  readonly text?: (row: R) => string;
  /** What it copies, saves and is filtered by, where `value` is only for sorting. */
  readonly said?: (row: R) => string;
  readonly isHiddenAtFirst?: boolean;
  /** Nobody can sort by it. */
  readonly isUnsorted?: boolean;
  /** Stays in sight while the rest scrolls sideways; only the first columns may, and none of them grows. */
  readonly isSticky?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Empty values come last in both directions, because "not recorded" is neither least nor most. */
function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** A stable sort: equal rows keep the order in which they came. */
export function sortRows<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  sort: Sort | null,
): readonly R[] {
  const column = columns.find((candidate) => candidate.id === sort?.column);
  if (sort === null || column === undefined) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  return keyed.sort((a, b) => compare(a.key, b.key, sign)).map(({ row }) => row);
}

function saidOf<R>(column: Column<R>, row: R): string | number | null {
  return column.said === undefined ? column.value(row) : column.said(row);
}

/** Rows in which every word of the filter stands in some column. */
export function filterRows<R>(rows: readonly R[], columns: readonly Column<R>[], text: string): readonly R[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const cells = columns.map((column) => String(saidOf(column, row) ?? '').toLowerCase());
    return words.every((word) => cells.some((cell) => cell.includes(word)));
  });
}

/** Ascending, descending, then the rows' own order again. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** The rows as a CSV file; the citation is the last column. */
export function rowsAsCsv<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  citation: { readonly title: string; readonly of: (row: R) => string } | null,
): string {
  return delimitedText(
    [...columns.map((column) => column.title), ...(citation === null ? [] : [citation.title])],
    rows.map((row) => [
      ...columns.map((column) => saidOf(column, row)),
      ...(citation === null ? [] : [citation.of(row)]),
    ]),
  );
}

/** Tab-separated text with a heading line, as spreadsheets paste it; the citation is the last column. */
export function rowsAsText<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  citation: { readonly title: string; readonly of: (row: R) => string } | null,
): string {
  const clean = (value: string | number | null) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');
  const heading = [...columns.map((column) => column.title), ...(citation === null ? [] : [citation.title])];
  const lines = rows.map((row) =>
    [
      ...columns.map((column) => clean(saidOf(column, row))),
      ...(citation === null ? [] : [clean(citation.of(row))]),
    ].join('\t'),
  );
  return [heading.join('\t'), ...lines].join('\n');
}

/** How far from the left edge each sticky column stands; null for a column that scrolls. */
export function stickyOffsets<R>(
  columns: readonly Column<R>[],
  widths: readonly number[],
): readonly (number | null)[] {
  let left = 0;
  return columns.map((column, index) => {
    if (column.isSticky !== true) return null;
    const offset = left;
    left += widths[index] ?? column.width;
    return offset;
  });
}
