import type { Column } from './table-rows';

/** A text column is never made wider than this by one long value; the row shows the rest on hovering. */
const widest = 560;
/** Where the table scrolls sideways anyway, columns keep this much of their text. */
const widestScrolled = 300;
/** Columns that stay in sight must leave room for those that scroll beneath them. */
const widestSticky = 230;
/** Padding left and right of a cell, and of a heading with its sort mark. */
const cellPadding = 26;
const headingPadding = 42;
const firstColumnPadding = 4;

const measuredAtMost = 4000;
const longestMeasured = 24;

export interface TextMeasure {
  readonly cell: (text: string) => number;
  readonly heading: (text: string) => number;
}

/** What a column wants: all of its heading and of its longest text. */
export function wantedWidths<R>(
  rows: { readonly length: number; readonly at: (index: number) => R | undefined },
  columns: readonly Column<R>[],
  measure: TextMeasure,
): readonly number[] {
  return columns.map((column, index) => {
    const extra = index === 0 ? firstColumnPadding : 0;
    const heading = measure.heading(column.title) + headingPadding + extra;
    // What is drawn otherwise than as its value knows its own width.
    const drawsItself = column.render !== undefined && column.text === undefined;
    if (drawsItself && column.align !== 'end') return Math.max(heading, column.width);
    if (drawsItself)
      return Math.max(heading, column.width, widestNumber(rows, column, measure) + cellPadding);
    const text = column.text ?? ((row: R) => String(column.value(row) ?? ''));
    const longest = longestTexts(
      rows,
      column.align === 'end' ? (row) => text(row).replace(/\d/g, '0') : text,
    );
    const content = Math.max(0, ...longest.map(measure.cell)) + cellPadding + extra;
    return Math.ceil(Math.max(heading, Math.min(widest, content)));
  });
}

/**
 * Numbers are drawn in the person's locale, which puts in separators: about one for three digits. Digits are
 * drawn equally wide, so that a "1" takes the room of a "0": a number that is cut short would be another number.
 */
function widestNumber<R>(
  rows: { readonly length: number; readonly at: (index: number) => R | undefined },
  column: Column<R>,
  measure: TextMeasure,
): number {
  const longest = longestTexts(rows, (row) => {
    const value = column.value(row);
    return typeof value === 'number' && Number.isInteger(value)
      ? value.toLocaleString('en').replace(/\d/g, '0')
      : '';
  });
  return Math.ceil(Math.max(0, ...longest.map(measure.cell)));
}

function longestTexts<R>(
  rows: { readonly length: number; readonly at: (index: number) => R | undefined },
  textOf: (row: R) => string,
): readonly string[] {
  const step = Math.max(1, Math.floor(rows.length / measuredAtMost));
  const texts = new Set<string>();
  for (let index = 0; index < rows.length; index += step) {
    const row = rows.at(index);
    if (row !== undefined) texts.add(textOf(row));
  }
  // Letters differ in width, so that the longest text is not always the widest: a few are measured.
  return [...texts].sort((a, b) => b.length - a.length).slice(0, longestMeasured);
}

/**
 * Widths for the room there is. With room to spare the columns that grow take it where their text needs it, and
 * every column gets a little; the rest stays empty, so that the eye need not cross it; with too little the
 * widest columns give way first, none below its `width`; with less than that the table scrolls sideways.
 */
export function columnWidths<R>(
  columns: readonly Column<R>[],
  wanted: readonly number[],
  room: number,
): readonly number[] {
  const least = columns.map((column, index) => {
    const whole = wanted[index] ?? column.width;
    return column.align === 'end' ? whole : Math.min(column.width, whole);
  });
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const spare = room - sum(wanted);
  if (spare >= 0) {
    return withAir(columns, wanted, spare);
  }
  if (sum(least) > room) {
    return columns.map((column, index) =>
      Math.max(
        least[index] ?? 0,
        Math.min(wanted[index] ?? 0, column.isSticky ? widestSticky : widestScrolled),
      ),
    );
  }
  // The widest give way: every column is cut at one width, the largest at which all fit.
  let low = 0;
  let high = Math.max(...wanted);
  const cutAt = (cut: number) =>
    wanted.map((width, index) => Math.max(least[index] ?? 0, Math.min(width, cut)));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sum(cutAt(middle)) <= room) low = middle;
    else high = middle;
  }
  return cutAt(low);
}

/** A column that shows all of its text is made no wider than by this. */
const mostAir = 48;
/** And one that is cut by this: a line longer is not read with ease. */
const mostMore = 480;

function withAir<R>(
  columns: readonly Column<R>[],
  wanted: readonly number[],
  spare: number,
): readonly number[] {
  const isCut = (index: number) => columns[index]?.grows === true && (wanted[index] ?? 0) >= widest;
  const cut = wanted.filter((_, index) => isCut(index)).length;
  if (cut > 0)
    return wanted.map((width, index) =>
      isCut(index) ? width + Math.min(mostMore, Math.floor(spare / cut)) : width,
    );
  const air = Math.min(mostAir, Math.floor(spare / columns.length));
  return wanted.map((width) => width + air);
}
