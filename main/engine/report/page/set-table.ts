import type { DrawingItem } from '../../../../shared/diagram/drawing';
import { prose, strong } from '../document/prose';
import { type Cell, ratingWords, type Table } from '../document/report-document';
import { colours, styles } from './page-style';
import type { PageWriter } from './page-writer';
import { isContent, type TaggedChild, type TaggedElement } from './paged-report';
import { markRadius, ratingMark } from './rating-mark';
import { type Line, setProse } from './set-prose';

const padding = { x: 5, top: 3.2, bottom: 3.6 } as const;
const markRoom = 2 * markRadius + 5;

interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly isNumber: boolean;
  readonly title: readonly Line[];
}

/** Sets a table over as many pages as it needs; its head is repeated, which only the first is read aloud of. */
export function setTable(writer: PageWriter, table: Table): TaggedElement {
  const columns = placeColumns(table, writer.left, writer.width);
  const headHeight = rowHeight(
    columns.map(({ title }) => title),
    styles.head.leading,
  );
  const caption = setProse(prose(table.caption), styles.caption, writer.width);
  const first = table.rows[0];
  const firstHeight = first === undefined ? 0 : heightOf(cellLines(first, columns));
  writer.need(caption.length * styles.caption.leading + headHeight + Math.min(firstHeight, 120) + 10);
  const captionElement: TaggedElement = {
    tag: 'Caption',
    children: writer.lines(caption, styles.caption),
  };
  writer.y += 3;
  const head: TaggedElement = { tag: 'THead', children: [headRow(writer, columns, headHeight)] };
  const rows = table.rows.map((row, index) => {
    const lines = cellLines(row, columns);
    const height = heightOf(lines);
    // A tall row begins where there is room for a part of it; a short one stays whole.
    const isSplit = height > 90 && writer.room > 70;
    if (writer.room < height && !isSplit && !writer.isAtTop) {
      writer.next();
      repeatHead(writer, columns, headHeight);
    }
    const anchor = table.anchors?.[index];
    if (anchor !== undefined) writer.targets.set(anchor, { page: writer.page, y: writer.y });
    return setRow(writer, row, columns, lines, headHeight);
  });
  writer.skip(10);
  return {
    tag: 'Table',
    title: table.caption,
    children: [captionElement, head, { tag: 'TBody', children: rows }],
  };
}

function placeColumns(table: Table, left: number, width: number): readonly PlacedColumn[] {
  const fixed = table.columns.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const shares = table.columns.reduce(
    (sum, { share, points }) => sum + (points === undefined ? (share ?? 1) : 0),
    0,
  );
  // Where the fixed ones leave too little, everything gives way in proportion.
  const scale = shares === 0 ? width / fixed : Math.min(1, (width - 60 * shares) / Math.max(1, fixed));
  const free = shares === 0 ? 0 : (width - fixed * scale) / shares;
  let x = left;
  return table.columns.map(({ title, points, share, isNumber }) => {
    const own = points === undefined ? free * (share ?? 1) : points * scale;
    const column = {
      x,
      width: own,
      isNumber: isNumber === true,
      title: setProse(prose(title), styles.head, own - 2 * padding.x),
    };
    x += own;
    return column;
  });
}

const cellLines = (row: readonly Cell[], columns: readonly PlacedColumn[]): readonly (readonly Line[])[] =>
  columns.map(({ width }, index) => {
    const cell = row[index];
    if (cell === undefined) return [];
    if (cell.rating === undefined) return setProse(cell.text, styles.cell, width - 2 * padding.x);
    const word = prose(
      strong(cell.word ?? ratingWords[cell.rating]),
      ...(cell.text.length > 0 ? [' ', cell.text] : []),
    );
    return setProse(word, styles.cell, width - 2 * padding.x - markRoom);
  });

const rowHeight = (lines: readonly (readonly Line[])[], leading: number): number =>
  Math.max(1, ...lines.map((cell) => cell.length)) * leading + padding.top + padding.bottom;

const heightOf = (lines: readonly (readonly Line[])[]): number => rowHeight(lines, styles.cell.leading);

function headRow(writer: PageWriter, columns: readonly PlacedColumn[], height: number): TaggedElement {
  drawHeadGround(writer, height);
  const cells = columns.map(
    (column): TaggedElement => ({
      tag: 'TH',
      scope: 'Column',
      children: writer.place(
        column.title,
        styles.head,
        column.x + padding.x,
        writer.y + padding.top,
        alignOf(column),
      ),
    }),
  );
  writer.y += height;
  return { tag: 'TR', children: cells };
}

function repeatHead(writer: PageWriter, columns: readonly PlacedColumn[], height: number): void {
  drawHeadGround(writer, height);
  for (const column of columns) {
    const title = writer.place(
      column.title,
      styles.head,
      column.x + padding.x,
      writer.y + padding.top,
      alignOf(column),
    );
    writer.artifact(...title.flatMap((child) => (isContent(child) ? child.items : [])));
  }
  writer.y += height;
}

function drawHeadGround(writer: PageWriter, height: number): void {
  writer.artifact(
    box(writer.left, writer.y, writer.width, height, colours.ground),
    box(writer.left, writer.y + height - 0.9, writer.width, 0.9, colours.accent),
  );
}

const box = (x: number, y: number, width: number, height: number, fill: string): DrawingItem => ({
  kind: 'rectangle',
  x,
  y,
  width,
  height,
  radius: 0,
  fill,
});

const alignOf = ({ width, isNumber }: PlacedColumn): { width: number; isRight: boolean } => ({
  width: width - 2 * padding.x,
  isRight: isNumber,
});

/** A row taller than a page is set in parts, each with its share of every cell's lines. */
function setRow(
  writer: PageWriter,
  row: readonly Cell[],
  columns: readonly PlacedColumn[],
  lines: readonly (readonly Line[])[],
  headHeight: number,
): TaggedElement {
  const contents: TaggedChild[][] = columns.map(() => []);
  const { leading } = styles.cell;
  const tallest = Math.max(1, ...lines.map((cell) => cell.length));
  let from = 0;
  while (from < tallest) {
    const fitting = Math.max(1, Math.floor((writer.room - padding.top - padding.bottom) / leading));
    const to = Math.min(tallest, from + fitting);
    for (const [index, column] of columns.entries()) {
      const part = lines[index]?.slice(from, to) ?? [];
      if (part.length === 0 && from > 0) continue;
      contents[index]?.push(...setCell(writer, row[index], column, part, from === 0));
    }
    writer.y += (to - from) * leading + padding.top + padding.bottom;
    writer.artifact(box(writer.left, writer.y - 0.5, writer.width, 0.5, colours.hairline));
    from = to;
    if (from < tallest) {
      writer.next();
      repeatHead(writer, columns, headHeight);
    }
  }
  return {
    tag: 'TR',
    children: contents.map(
      (children, index): TaggedElement =>
        index === 0 ? { tag: 'TH', scope: 'Row', children } : { tag: 'TD', children },
    ),
  };
}

function setCell(
  writer: PageWriter,
  cell: Cell | undefined,
  column: PlacedColumn,
  lines: readonly Line[],
  isFirst: boolean,
): readonly TaggedChild[] {
  const rating = cell?.rating;
  const shift = rating === undefined ? 0 : markRoom;
  const top = writer.y + padding.top;
  const text = writer.place(lines, styles.cell, column.x + padding.x + shift, top, alignOf(column));
  if (rating === undefined || !isFirst) return text;
  const mark = ratingMark(rating, column.x + padding.x + markRadius + 0.5, top + styles.cell.leading / 2);
  return [{ page: writer.page, items: [mark] }, ...text];
}
