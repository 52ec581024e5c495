export type Cell = string | number | boolean | null;

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in
 * front, after OWASP's "CSV Injection"; numbers stay numbers.
 */
export function delimitedCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV: UTF-8 without a byte order mark, CRLF line ends; without its header, a part of one. */
export function delimitedText(header: readonly string[] | null, rows: readonly (readonly Cell[])[]): string {
  return [...(header === null ? [] : [header]), ...rows]
    .map((row) => `${row.map(delimitedCell).join(',')}\r\n`)
    .join('');
}
