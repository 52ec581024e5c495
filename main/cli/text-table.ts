type Cell = string | number | boolean | null | undefined;

const show = (cell: Cell): string =>
  cell === null || cell === undefined
    ? '–'
    : typeof cell === 'number'
      ? cell.toLocaleString('en-GB')
      : String(cell);

/** A table for people: columns aligned, numbers to the right, cells cut at 60 characters. */
export function textTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return `${header.join('  ')}\n(none)`;
  const cells = rows.map((row) => row.map((cell) => cut(show(cell))));
  const widths = header.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const isNumeric = header.map((_, i) => rows.every((row) => typeof row[i] === 'number' || row[i] === null));
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, i) => (isNumeric[i] ? part.padStart(widths[i] ?? 0) : part.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n');
}

const cut = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
};
