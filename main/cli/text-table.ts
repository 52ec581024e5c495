import { cutToWidth, displayWidth, harmless, padToWidth } from './display-width';

type Cell = string | number | boolean | null | undefined;

/** A table for people, drawn when it is known how wide the terminal is. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a command prints without `--json`: paragraphs and tables, an empty line between them. */
export type Text = string | Table | readonly (string | Table)[];

export const table = (header: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
  header,
  rows,
});

/** Of a cell where there is room, and of a column of text before a table is given up for a list of rows. */
const mostColumns = 60;
const fewestColumns = 10;

/** `columns` is the terminal's width; null where nothing limits a line, as in a file or a pipe. */
export function showText(text: Text, columns: number | null): string {
  if (typeof text === 'string') return harmless(text);
  if ('rows' in text) return showTable(text, columns);
  return text.map((part) => showText(part, columns)).join('\n\n');
}

function showTable({ header, rows }: Table, columns: number | null): string {
  if (rows.length === 0) return `${header.join('  ')}\n(none)`;
  const isNumeric = header.map((_, i) => rows.every((row) => typeof row[i] === 'number' || row[i] === null));
  const cells = rows.map((row) => row.map(show));
  const wanted = header.map((title, i) =>
    Math.max(displayWidth(title), Math.min(mostColumns, widest(cells, i))),
  );
  const widths = columns === null ? wanted : fitted(wanted, isNumeric, columns);
  if (widths === null) return cells.map((row) => showRow(header, row)).join('\n\n');
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, i) => padToWidth(cutToWidth(part, widths[i] ?? 0), widths[i] ?? 0, isNumeric[i] === true))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)].join('\n');
}

/** A loop, since a spread of a million rows overflows the stack. */
function widest(cells: readonly (readonly string[])[], column: number): number {
  let width = 0;
  for (const row of cells) width = Math.max(width, displayWidth(row[column] ?? ''));
  return width;
}

/** Widths that fit into the terminal, taken from the widest texts first; null where that leaves no text legible. */
function fitted(
  wanted: readonly number[],
  isNumeric: readonly boolean[],
  columns: number,
): readonly number[] | null {
  const room = columns - 2 * (wanted.length - 1);
  for (let most = mostColumns; most >= fewestColumns; most -= 1) {
    const widths = wanted.map((width, i) => (isNumeric[i] ? width : Math.min(width, most)));
    if (widths.reduce((sum, width) => sum + width, 0) <= room) return widths;
  }
  return null;
}

/** A row of a table too wide for the terminal: a line for each of its columns. */
function showRow(header: readonly string[], cells: readonly string[]): string {
  const width = Math.max(...header.map(displayWidth));
  return header.map((title, i) => `${padToWidth(title, width, false)}  ${cells[i] ?? ''}`).join('\n');
}

function show(cell: Cell): string {
  if (cell === null || cell === undefined || cell === '') return '–';
  if (typeof cell === 'number') return cell.toLocaleString('en-GB');
  return harmless(String(cell)).replace(/\s+/g, ' ');
}
